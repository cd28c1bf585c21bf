import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useLiveFact } from "../../api/useLive";
import { usePages } from "../../api/usePages";
import type { ApprovalItem } from "../../api/views";
import { useMessages } from "../../i18n";
import { Cards, pressInCard, stepCards } from "../../ui/Cards";
import { useShortcuts } from "../../ui/shortcuts";
import { ApprovalRow } from "./ApprovalRow";
import { messages } from "./messages";

/** What colleagues ask one to sign, the oldest first. */
export function ApprovalsPage() {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const page = useRef<HTMLDivElement>(null);
  const list = usePages<ApprovalItem>(["approvals", "waiting"], "/api/v1/approvals");
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.approval-") || fact.type === "aftersales.case-changed")
      void queries.invalidateQueries({ queryKey: ["approvals", "waiting"] });
  });
  useShortcuts([
    { keys: "j", label: t.next, run: () => stepCards(page.current, 1) },
    { keys: "k", label: t.previous, run: () => stepCards(page.current, -1) },
    { keys: "a", label: t.sign, run: () => pressInCard("sign") },
    { keys: "d", label: t.decline, run: () => pressInCard("decline") },
    { keys: "enter", label: t.open, run: () => pressInCard("open") },
  ]);
  return (
    <div className="work-page" ref={page}>
      <div className="page-head">
        <h1>{t.title}</h1>
        <p className="muted">{t.hint}</p>
      </div>
      <Cards
        list={list}
        name={t.title}
        empty={{ title: t.none, hint: t.noneHint }}
        cardKey={(item) => item.id}
        card={(item) => <ApprovalRow item={item} />}
      />
    </div>
  );
}
