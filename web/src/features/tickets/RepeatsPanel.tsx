import { Link } from "@tanstack/react-router";
import type { TicketView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { messages } from "./messages";
import { states } from "./words";

/** Other tickets on the same matter, by what they have in common. */
export function RepeatsPanel({ view }: { view: TicketView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const by: Record<string, string> = {
    customer: t.byCustomer,
    product: t.byProduct,
    batch: t.byBatch,
    carrier: t.byCarrier,
  };
  return (
    <Panel title={t.repeats}>
      {view.repeats.map((one) => (
        <section key={`${one.by} ${one.what}`} className="ticket-repeats">
          <h3>
            {by[one.by] ?? one.by}
            {one.by !== "customer" && <span className="muted"> {one.what}</span>}
          </h3>
          <ul>
            {one.tickets.map((ticket) => (
              <li key={ticket.id}>
                <Link className="nums" to="/tickets/$id" params={{ id: ticket.id }}>
                  {ticket.no}
                </Link>
                <Badge tone={states[ticket.state].tone}>{states[ticket.state][spoken]}</Badge>
                <span className="cut">{ticket.title}</span>
                <span className="small muted">{formatDateTime(ticket.openedAt, spoken)}</span>
              </li>
            ))}
          </ul>
          {one.more && <span className="small muted">{t.more}</span>}
        </section>
      ))}
    </Panel>
  );
}
