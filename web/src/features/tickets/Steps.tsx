import type { TicketView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { messages } from "./messages";
import { ProofLinks } from "./ProofLinks";
import { departments, grades, kinds, priorities, types, type Department } from "./words";

type Step = TicketView["steps"][number];

const SYSTEM = { zh: "系统", en: "the house" };
const CUSTOMER = { zh: "客户", en: "the customer" };

/** What happened, the newest last. */
export function Steps({ view }: { view: TicketView }) {
  const t = useMessages(messages);
  return (
    <>
      {view.earlier && <p className="muted small">{t.earlier}</p>}
      <ol className="ticket-steps">
        {view.steps.map((step) => (
          <OneStep key={step.seq} step={step} />
        ))}
      </ol>
    </>
  );
}

function OneStep({ step }: { step: Step }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const named = (who: string) =>
    who === "system"
      ? SYSTEM[spoken]
      : who === "customer"
        ? CUSTOMER[spoken]
        : who in departments
          ? departments[who as Department][spoken]
          : who;
  const { triage, level, through, proofs } = step.detail;
  const about = [
    step.kind !== "ANSWERED" && step.to !== null ? named(step.to) : null,
    triage === null
      ? null
      : [types[triage.type][spoken], grades[triage.grade][spoken], priorities[triage.priority][spoken]].join(
          " · ",
        ),
    level === null ? null : t.level(level),
    through === null ? null : t[through],
  ].filter((one) => one !== null);
  return (
    <li data-kind={step.kind}>
      <div className="row wrap">
        <strong>{kinds[step.kind][spoken]}</strong>
        {about.map((one) => (
          <span key={one}>{one}</span>
        ))}
        <span className="grow" />
        <span className="small muted">
          {named(step.by)} · {formatDateTime(step.at, spoken)}
        </span>
      </div>
      {step.text !== "" && <p className="ticket-words">{step.text}</p>}
      <ProofLinks of={proofs ?? []} />
    </li>
  );
}
