import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useRef } from "react";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import { usePages } from "../../api/usePages";
import type { LogisticsCount, LogisticsTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Cards, stepCards } from "../../ui/Cards";
import { useShortcuts } from "../../ui/shortcuts";
import { LogisticsCard } from "./LogisticsCard";
import { messages, outcomes, type Kind } from "./messages";

const LISTS = ["ALL", ...(Object.keys(outcomes) as Kind[])] as const;
type List = (typeof LISTS)[number];

/** What has to be ordered, asked or claimed from carriers, what is due first on top. */
export function LogisticsPage() {
  const t = useMessages(messages);
  const { list: asked } = useSearch({ from: "/house/rooms/logistics" });
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const shown: List = LISTS.find((each) => each === asked) ?? "ALL";
  const counts = useQuery({
    queryKey: ["logistics", "counts"],
    queryFn: ({ signal }) => api.get<LogisticsCount[]>("/api/v1/logistics-tasks/counts", { signal }),
  });
  const list = usePages<LogisticsTask>(["logistics"], "/api/v1/logistics-tasks", {
    kind: shown === "ALL" ? undefined : shown,
  });
  const refresh = () => {
    void counts.refetch();
    void list.refetch();
  };
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.")) refresh();
  });
  const countOf = (each: List) =>
    (counts.data ?? [])
      .filter(({ kind }) => each === "ALL" || kind === each)
      .reduce((n, { open }) => n + open, 0);
  const show = (next: List) => void navigate({ to: "/logistics", search: { list: next }, replace: true });
  useShortcuts([
    ...LISTS.map((each, index) => ({ keys: String(index + 1), label: t[each], run: () => show(each) })),
    { keys: "j", label: t.next, run: () => stepCards(page.current, 1) },
    { keys: "k", label: t.previous, run: () => stepCards(page.current, -1) },
  ]);
  return (
    <div className="work-page" ref={page}>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Segmented
          aria-label={t.lists}
          value={shown}
          onChange={show}
          options={LISTS.map((each) => ({
            value: each,
            label: counts.data === undefined ? t[each] : `${t[each]} ${countOf(each)}`,
          }))}
        />
        <p className="muted">{t.hint}</p>
      </div>
      <Cards
        list={list}
        name={t[shown]}
        empty={{ title: t.none, hint: t.noneHint }}
        cardKey={(task) => task.id}
        card={(task) => <LogisticsCard task={task} done={refresh} />}
      />
    </div>
  );
}
