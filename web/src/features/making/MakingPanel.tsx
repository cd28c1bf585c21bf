import type { CaseView, MakingStep, MakingView } from "../../api/views";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Facts, Panel } from "../../ui/Panel";
import { messages } from "./messages";
import { useMaking } from "./useMaking";

/** How far the making of a case's goods has got, what was asked, and what giving it up costs. */
export function MakingPanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const making = useMaking(item);
  if (making === undefined || making.lines.length === 0) return null;
  const money = (minor: number) => formatMoney(minor, item.currency, spoken);
  return (
    <Panel title={t.log}>
      {making.lines.map((line) => (
        <Line key={line.lineId} line={line} money={money} />
      ))}
      {making.steps.length > 0 && (
        <>
          <h3 className="sub">{t.asked}</h3>
          <ul className="order-lines">
            {making.steps.map((step) => (
              <Asked key={step.id} step={step} />
            ))}
          </ul>
        </>
      )}
      <Facts
        of={[
          [
            t.spent,
            <span key="spent" className="nums">
              {money(making.costMinor)}
            </span>,
          ],
          ...(making.proposalMinor === null
            ? []
            : [
                [
                  t.proposal,
                  <span key="proposal" className="stack tight">
                    <strong className="nums">{money(making.proposalMinor)}</strong>
                    <span className="small muted">{t.because}</span>
                  </span>,
                ] as const,
              ]),
        ]}
      />
    </Panel>
  );
}

function Line({ line, money }: { line: MakingView["lines"][number]; money: (minor: number) => string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <>
      <p>
        <strong>{line.title}</strong>{" "}
        <span className="muted">
          {line.services
            .map((service) => t[service.kind] + (service.text ? ` “${service.text}”` : ""))
            .join(" · ")}
        </span>
      </p>
      <ul className="order-lines">
        {line.log.map((entry, index) => (
          <li key={`${entry.step} ${index}`}>
            <span className="grow">
              {t[entry.step]}{" "}
              {entry.at && <span className="small muted">{formatDateTime(entry.at, spoken)}</span>}
            </span>
            <Badge tone={entry.progress === "DONE" ? "good" : entry.progress === "BEGUN" ? "info" : "quiet"}>
              {entry.progress === "PLANNED" ? t.PLANNED : t[entry.progress]}
            </Badge>
            <span className="nums">{entry.costMinor ? money(entry.costMinor) : ""}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Asked({ step }: { step: MakingStep }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const state =
    step.outcome !== null
      ? t[step.outcome]
      : step.dueAt === null
        ? t.waits
        : formatDateTime(step.dueAt, spoken);
  return (
    <li>
      <span className="grow">
        {t[step.purpose]} · {t[step.kind]}
        {step.note !== null && <span className="small muted"> {step.note}</span>}
      </span>
      {step.escalatedAt !== null && step.outcome === null && <Badge tone="bad">{t.late}</Badge>}
      <span className="muted">{state}</span>
    </li>
  );
}
