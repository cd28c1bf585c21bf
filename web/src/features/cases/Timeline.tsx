import type { CaseView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { messages } from "./messages";
import { useActorName } from "./useActorName";

/** Newest first: what one needs to know is what just happened. */
export function Timeline({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const nameOf = useActorName(item);
  return (
    <Panel title={t.timeline}>
      <ol className="timeline">
        {item.timeline.toReversed().map((entry, age) => (
          <li key={`${entry.at} ${entry.step}`}>
            <span className="row wrap between">
              <span>{entry.text}</span>
              <time className="small muted nums" dateTime={entry.at}>
                {formatDateTime(entry.at, spoken)}
              </time>
            </span>
            {entry.note !== null && entry.note !== "" && (
              <span className="note keep-lines">{entry.note}</span>
            )}
            <span className="small muted">
              {[
                nameOf(entry.by), // What was expected of an earlier step has come or gone.
                age > 0 || entry.etaAt === null ? null : t.eta(formatDateTime(entry.etaAt, spoken)),
              ]
                .filter((part) => part !== null && part !== "")
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
