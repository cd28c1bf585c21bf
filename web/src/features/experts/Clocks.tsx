import type { ExpertLink } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { messages } from "./messages";

/** Both clocks of a call: to be taken, to be answered. */
export function Clocks({ link }: { link: ExpertLink }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const open = link.solvedAt === null;
  return (
    <div className="row wrap">
      {link.takenAt === null ? (
        open && (
          <span>
            <span className="muted">{t.toTake}</span> <Countdown to={link.handoverDueAt} />
          </span>
        )
      ) : (
        <span className="small muted">
          {t.takenAfter(link.takenBy ?? "–", formatDateTime(link.takenAt, spoken))}
        </span>
      )}
      {link.solvedAt === null ? (
        <span>
          <span className="muted">{t.toSolve}</span> <Countdown to={link.solutionDueAt} />
        </span>
      ) : (
        <span className="small muted">{t.answeredAt(formatDateTime(link.solvedAt, spoken))}</span>
      )}
      {open && (link.solutionLate || (link.handoverLate && link.takenAt === null)) && (
        <Badge tone="bad">{t.late}</Badge>
      )}
    </div>
  );
}
