import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { messages } from "./messages";
import { useWaitingCount } from "./useWaiting";

/** How many customers wait for a person's words, wherever at the desk one is. */
export function WaitingBadge() {
  const t = useMessages(messages);
  const { waiting, late } = useWaitingCount().data ?? { waiting: 0, late: 0 };
  if (waiting === 0) return null;
  return (
    <>
      {" "}
      <Badge tone={late > 0 ? "bad" : "warn"}>
        <span aria-label={t.waitingCount(waiting, late)} title={t.waitingCount(waiting, late)}>
          {waiting}
        </span>
      </Badge>
    </>
  );
}
