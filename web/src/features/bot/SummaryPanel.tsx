import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { api } from "../../api/client";
import { useSession } from "../../api/session";
import { useLiveFact } from "../../api/useLive";
import type { BotSummaryView } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import "./Bot.css";
import { emotions, messages } from "./messages";
import { botKey, useSummary } from "./useBot";

/** What the bot has found out, so that nobody asks again. */
export function SummaryPanel({ id }: { id: string }) {
  const t = useMessages(messages);
  const feelings: Partial<Record<string, string>> = useMessages(emotions);
  const queries = useQueryClient();
  const answers = useSession().permissions.includes("CONVERSATION_ANSWER");
  const found = useSummary(id);
  useLiveFact((fact) => {
    if (fact.subject === `conversation:${id}` && fact.type === "conversation.changed") void found.refetch();
  });
  const mark = useMutation({
    mutationFn: (wrong: boolean) =>
      api.put<BotSummaryView>(`/api/v1/conversations/${id}/bot/mark`, { wrong }),
    onSuccess: (now) => queries.setQueryData(botKey("summary", id), now),
  });
  const of = found.data?.summary ?? null;
  if (of === null) return null;
  const rows = [
    [t.why, of.why],
    [t.order, of.orderNo],
    [t.items, of.items.join("、")],
    [t.wants, of.wants],
    [t.problem, of.problem],
    [t.said, of.said === of.problem ? null : of.said],
    [t.emotion, feelings[of.emotion ?? ""] ?? null],
    [t.tried, of.tried.join("；")],
    [t.photos, of.photos === 0 ? null : String(of.photos)],
  ] as const;
  const told = rows.filter(([, value]) => value !== null && value !== "");
  return (
    <details className="bot-summary" open={of.handedAt !== null}>
      <summary>
        {t.summary}
        {of.why !== null && ` · ${of.why}`}
      </summary>
      <dl>
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="keep-lines">{value}</dd>
          </div>
        ))}
      </dl>
      <ProblemNote error={mark.error} />
      {answers && (
        <Button size="small" loading={mark.isPending} onClick={() => mark.mutate(!of.wrong)}>
          {of.wrong ? t.unmark : t.markWrong}
        </Button>
      )}
    </details>
  );
}
