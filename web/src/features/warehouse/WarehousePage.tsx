import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useRef, useState } from "react";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import { usePages } from "../../api/usePages";
import type { WarehouseCounts, WarehouseTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Cards, stepCards } from "../../ui/Cards";
import { ScanField } from "../../ui/ScanField";
import { useShortcuts } from "../../ui/shortcuts";
import { messages } from "./messages";
import { TaskCard } from "./TaskCard";

const LISTS = ["INSPECT", "SHIP", "REPAIR", "EXPECT"] as const;
type List = (typeof LISTS)[number];

const countOf = (counts: WarehouseCounts, list: List) =>
  counts[list.toLowerCase() as "inspect" | "ship" | "repair" | "expect"];

/** What the warehouse has to do, by list, what is due first on top. */
export function WarehousePage() {
  const t = useMessages(messages);
  const { list: asked } = useSearch({ from: "/house/rooms/warehouse" });
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState("");
  const shown: List = LISTS.find((each) => each === asked) ?? "INSPECT";
  const counts = useQuery({
    queryKey: ["warehouse", "counts"],
    queryFn: ({ signal }) => api.get<WarehouseCounts>("/api/v1/warehouse-tasks/counts", { signal }),
  });
  const list = usePages<WarehouseTask>(["warehouse", shown], "/api/v1/warehouse-tasks", {
    work: shown,
    q: found,
  });
  const refresh = () => {
    void counts.refetch();
    void list.refetch();
  };
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.case")) refresh();
  });
  const show = (next: List) => void navigate({ to: "/warehouse", search: { list: next }, replace: true });
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
            label: counts.data === undefined ? t[each] : `${t[each]} ${countOf(counts.data, each)}`,
          }))}
        />
        <p className="muted">{t.hint}</p>
      </div>
      <ScanField label={t.find} value={typed} onChange={setTyped} onDone={setFound} />
      {found !== "" && (
        <Button
          onClick={() => {
            setFound("");
            setTyped("");
          }}
        >
          {t.showAll}
        </Button>
      )}
      <Cards
        list={list}
        name={t[shown]}
        empty={
          found === "" ? { title: t.none, hint: t.noneHint } : { title: t.notFound, hint: t.notFoundHint }
        }
        cardKey={(task) => task.caseId}
        card={(task) => <TaskCard task={task} done={refresh} />}
      />
    </div>
  );
}
