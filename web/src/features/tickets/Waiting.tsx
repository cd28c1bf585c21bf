import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { messages } from "./messages";
import { useRequestCounts, useTicketCounts, useTicketNews } from "./useTickets";

/** How many tickets are overdue, beside the way to them. */
export function OverdueTickets() {
  const t = useMessages(messages);
  useTicketNews();
  const overdue = useTicketCounts().data?.overdue ?? 0;
  return <Count n={overdue} tone="bad" words={t.overdueCount(overdue)} />;
}

/** How many requests wait for one's department. */
export function WaitingRequests() {
  const t = useMessages(messages);
  useTicketNews();
  const waiting = total(useRequestCounts().data?.waiting);
  return <Count n={waiting} tone="warn" words={t.requestsWaiting(waiting)} />;
}

export function total(waiting: Record<string, number> | undefined): number {
  return Object.values(waiting ?? {}).reduce((sum, n) => sum + n, 0);
}

function Count({ n, tone, words }: { n: number; tone: "bad" | "warn"; words: string }) {
  if (n === 0) return null;
  return (
    <>
      {" "}
      <Badge tone={tone}>
        <span aria-label={words} title={words}>
          {n}
        </span>
      </Badge>
    </>
  );
}
