import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { messages } from "./messages";
import { useExpertCount, useExpertNews } from "./useExperts";

/** How many calls nobody has taken yet, beside the way to them. */
export function WaitingCalls() {
  const t = useMessages(messages);
  useExpertNews();
  const { waiting, late } = useExpertCount().data ?? { waiting: 0, late: 0 };
  if (waiting === 0) return null;
  const words = t.waiting(waiting, late);
  return (
    <>
      {" "}
      <Badge tone={late > 0 ? "bad" : "warn"}>
        <span aria-label={words} title={words}>
          {waiting}
        </span>
      </Badge>
    </>
  );
}
