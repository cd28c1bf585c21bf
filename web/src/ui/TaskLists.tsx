import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { type ReactNode, useRef } from "react";
import { api } from "../api/client";
import { useLiveFact } from "../api/useLive";
import { usePages } from "../api/usePages";
import { type Messages, useMessages } from "../i18n";
import { Cards, stepCards } from "./Cards";
import { useShortcuts } from "./shortcuts";

const messages = {
  lists: { zh: "列表", en: "Lists" },
  next: { zh: "下一条", en: "Next" },
  previous: { zh: "上一条", en: "Previous" },
} satisfies Messages;

interface Props<Task, Kind extends string, Count extends { open: number }> {
  /** Of the queries, and how the endpoint and its parameter are called. */
  of: { key: string; path: string; by: string };
  title: string;
  hint: string;
  empty: { title: string; hint: string };
  kinds: readonly Kind[];
  label: (kind: Kind | "ALL") => string;
  /** What the address asks for. */
  asked: string | undefined;
  show: (kind: Kind | "ALL") => void;
  kindOf: (count: Count) => string;
  cardKey: (task: Task) => string;
  card: (task: Task, done: () => void) => ReactNode;
}

/** A department's work by kind with counts, what is due first on top, live and by keyboard. */
export function TaskLists<Task, Kind extends string, Count extends { open: number }>(
  props: Props<Task, Kind, Count>,
) {
  const { of, kinds, label, show } = props;
  const t = useMessages(messages);
  const page = useRef<HTMLDivElement>(null);
  const lists: readonly (Kind | "ALL")[] = ["ALL", ...kinds];
  const shown = lists.find((each) => each === props.asked) ?? "ALL";
  const counts = useQuery({
    queryKey: [of.key, "counts"],
    queryFn: ({ signal }) => api.get<Count[]>(`${of.path}/counts`, { signal }),
  });
  const list = usePages<Task>([of.key], of.path, { [of.by]: shown === "ALL" ? undefined : shown });
  const refresh = () => {
    void counts.refetch();
    void list.refetch();
  };
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.")) refresh();
  });
  const countOf = (each: Kind | "ALL") =>
    (counts.data ?? [])
      .filter((count) => each === "ALL" || props.kindOf(count) === each)
      .reduce((sum, { open }) => sum + open, 0);
  useShortcuts([
    ...lists.map((each, index) => ({ keys: String(index + 1), label: label(each), run: () => show(each) })),
    { keys: "j", label: t.next, run: () => stepCards(page.current, 1) },
    { keys: "k", label: t.previous, run: () => stepCards(page.current, -1) },
  ]);
  return (
    <div className="work-page" ref={page}>
      <div className="page-head">
        <h1>{props.title}</h1>
        <Segmented
          aria-label={t.lists}
          value={shown}
          onChange={show}
          options={lists.map((each) => ({
            value: each,
            label: counts.data === undefined ? label(each) : `${label(each)} ${countOf(each)}`,
          }))}
        />
        <p className="muted">{props.hint}</p>
      </div>
      <Cards
        list={list}
        name={label(shown)}
        empty={props.empty}
        cardKey={props.cardKey}
        card={(task) => props.card(task, refresh)}
      />
    </div>
  );
}
