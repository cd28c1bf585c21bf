import type { TicketItem } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { messages } from "./messages";
import { grades, partyName, priorities, states, types } from "./words";

/** What one sees of a ticket at a glance. */
export function TicketMarks({ item }: { item: TicketItem }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { triage } = item;
  return (
    <>
      <Badge tone={states[item.state].tone}>{states[item.state][spoken]}</Badge>
      {item.party !== null && (
        <Badge tone={item.party.late ? "bad" : "warn"}>
          {partyName(item.party.id, item.party.name, spoken)}
          {item.party.late && ` · ${t.late}`}
        </Badge>
      )}
      {item.customerAnswered && <Badge tone="info">{t.customerAnswered}</Badge>}
      <Badge>{types[triage.type][spoken]}</Badge>
      {triage.grade !== "SIMPLE" && <Badge>{grades[triage.grade][spoken]}</Badge>}
      {priorities[triage.priority].tone !== "quiet" && (
        <Badge tone={priorities[triage.priority].tone}>{priorities[triage.priority][spoken]}</Badge>
      )}
      {item.repeats > 0 && <Badge tone="warn">{t.again(item.repeats)}</Badge>}
      <span className="grow" />
      {item.nextAt !== null && <Countdown to={item.nextAt} />}
    </>
  );
}
