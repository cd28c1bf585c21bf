import { useState } from "react";
import type { CaseView, DecisionView } from "../../api/views";
import { outcomes, types, word } from "../../api/words";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { readableFacts } from "./facts";
import { messages } from "./messages";

const FEW = 8;

export function DecisionPanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const { decision } = item;
  const earlier = item.decisions.filter((one) => one.at !== decision.at);
  return (
    <Panel title={t.decision}>
      <Spoken decision={decision} currency={item.currency} />
      {earlier.length > 0 && (
        <details className="earlier">
          <summary>{t.earlier(earlier.length)}</summary>
          {earlier.map((one) => (
            <Spoken key={one.at} decision={one} currency={item.currency} />
          ))}
        </details>
      )}
    </Panel>
  );
}

function Spoken({ decision, currency }: { decision: DecisionView; currency: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  // A person decides on what the rule had found; its facts stand with the earlier decision.
  const byRule = !decision.by.startsWith("staff:");
  return (
    <div className="stack decision">
      <div className="row wrap">
        <Badge tone="info">{word(outcomes, decision.outcome, spoken)}</Badge>
        <span className="mono muted">{decision.ruleId}</span>
      </div>
      <p>{decision.ruleText}</p>
      {byRule && decision.customerText !== "" && (
        <p className="small">
          <span className="muted">{t.customerReads}:</span> {decision.customerText}
        </p>
      )}
      {decision.note !== null && decision.note !== "" && <p className="note keep-lines">{decision.note}</p>}
      {decision.law !== "" && (
        <p className="small muted">
          {t.law}: {decision.law}
        </p>
      )}
      {decision.suggestion !== null && decision.suggestion !== "" && (
        <p className="suggestion">
          <strong>{t.suggestion}</strong> {word(types, decision.suggestion, spoken)}
        </p>
      )}
      {decision.flags.length > 0 && (
        <p className="row wrap" aria-label={t.flags}>
          {decision.flags.map((flag) => (
            <span key={flag.code} title={flag.code}>
              <Badge tone="warn">{flag.text}</Badge>
            </span>
          ))}
        </p>
      )}
      {byRule && <FactTable facts={decision.facts} currency={currency} />}
      <p className="small muted">
        {formatDateTime(decision.at, spoken)} · {t.policyVersion(decision.policyVersion)}
        {byRule && ` · ${t.micros(decision.micros)}`}
      </p>
    </div>
  );
}

function FactTable({ facts, currency }: { facts: Record<string, unknown>; currency: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [all, setAll] = useState(false);
  const rows = readableFacts(facts, spoken, currency);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, FEW);
  return (
    <div>
      <table className="fact-table">
        <caption>{t.facts}</caption>
        <tbody>
          {shown.map((row) => (
            <tr key={row.path}>
              <th scope="row" title={row.path}>
                {row.name}
              </th>
              <td className="nums">{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > FEW && (
        <button type="button" className="link-button small" onClick={() => setAll(!all)}>
          {all ? t.fewFacts : t.allFacts(rows.length)}
        </button>
      )}
    </div>
  );
}
