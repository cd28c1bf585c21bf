import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useRef } from "react";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import type { RefundCounts } from "../../api/views";
import { useMessages } from "../../i18n";
import { pressInCard, stepCards } from "../../ui/Cards";
import { useShortcuts } from "../../ui/shortcuts";
import { IncidentList } from "./IncidentList";
import { messages } from "./messages";
import { RefundList } from "./RefundList";

const LISTS = ["failed", "unknown", "incidents"] as const;
type List = (typeof LISTS)[number];

export function RefundsPage() {
  const t = useMessages(messages);
  const { list: asked } = useSearch({ from: "/house/rooms/refunds" });
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const shown: List = LISTS.find((each) => each === asked) ?? "failed";
  const counts = useQuery({
    queryKey: ["refunds", "counts"],
    queryFn: ({ signal }) => api.get<RefundCounts>("/api/v1/refunds/counts", { signal }),
  });
  const refresh = counts.refetch;
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.")) void refresh();
  });
  const show = (list: List) => void navigate({ to: "/refunds", search: { list }, replace: true });
  const step = (by: number) => stepCards(page.current, by);
  useShortcuts([
    ...LISTS.map((list, index) => ({ keys: String(index + 1), label: t[list], run: () => show(list) })),
    { keys: "j", label: t.next, run: () => step(1) },
    { keys: "k", label: t.previous, run: () => step(-1) },
    { keys: "r", label: t.retry, run: () => pressInCard("retry") },
    { keys: "o", label: t.offline, run: () => pressInCard("offline") },
  ]);
  return (
    <div className="work-page" ref={page}>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Segmented
          aria-label={t.lists}
          value={shown}
          onChange={show}
          options={LISTS.map((list) => ({
            value: list,
            label: counts.data === undefined ? t[list] : `${t[list]} ${counts.data[list]}`,
          }))}
        />
        <p className="muted">{t.hint}</p>
      </div>
      {shown === "incidents" ? <IncidentList /> : <RefundList key={shown} which={shown} />}
    </div>
  );
}
