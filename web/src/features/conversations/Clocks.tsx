import type { WorkClock } from "../../api/views";
import { formatDateTime, formatDuration, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { Panel } from "../../ui/Panel";
import { messages } from "./messages";

/** The limits of time on a conversation, each with the stretches of the shop's hours that count. */
export function Clocks({ of }: { of: WorkClock[] }) {
  const t = useMessages(messages);
  return (
    <Panel title={t.limits}>
      <div className="stack">
        {of.map((clock) => (
          <Clock key={clock.kind} of={clock} />
        ))}
      </div>
    </Panel>
  );
}

function Clock({ of }: { of: WorkClock }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seconds = (value: number) => formatDuration(value * 1000, spoken);
  return (
    <div className="stack tight">
      <span className="row">
        <strong className="grow">{t[of.kind]}</strong>
        {of.missedAt !== null && <Badge tone="bad">{t.missed}</Badge>}
        {of.dueAt !== null ? (
          <Countdown to={of.dueAt} />
        ) : (
          <span className="small muted">{of.doneAt === null ? t.stands : t.limitDone}</span>
        )}
      </span>
      <span className="small muted">{t.usedOf(seconds(of.usedSeconds), seconds(of.limitSeconds))}</span>
      {of.steps.length > 1 && (
        <ul className="small muted nums">
          {of.steps.map((step) => (
            <li key={step.from}>
              {`${formatDateTime(step.from, spoken)} – ${formatDateTime(step.to, spoken)} · ${seconds(step.seconds)}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
