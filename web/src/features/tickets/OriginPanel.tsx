import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { Page, TicketItem } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { messages } from "./messages";
import { NewTicketDialog, type Origin } from "./NewTicketDialog";
import "./Tickets.css";
import { ticketsKey, useTicketNews } from "./useTickets";
import { states } from "./words";

/** The tickets that came from a conversation or a case, and one more. */
export function OriginPanel({ from }: { from: Origin }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const mayRead = useMay("TICKET_READ");
  const mayWork = useMay("TICKET_WORK");
  const [opening, setOpening] = useState(false);
  const origin = `${from.kind}:${from.id}`;
  useTicketNews();
  const found = useQuery({
    queryKey: ticketsKey("of", origin),
    queryFn: ({ signal }) =>
      api.get<Page<TicketItem>>("/api/v1/tickets", { query: { shop: from.shop, origin }, signal }),
    enabled: mayRead,
  });
  useShortcuts(mayWork ? [{ keys: "c", label: t.newTicket, run: () => setOpening(true) }] : [], mayWork);
  if (!mayRead) return null;
  return (
    <Panel
      title={t.tickets}
      extra={
        mayWork && (
          <Button onClick={() => setOpening(true)}>
            {t.newTicket} <kbd aria-hidden="true">i</kbd>
          </Button>
        )
      }
    >
      <ProblemNote error={found.error} />
      {found.data?.items.length === 0 && <p className="muted">{t.panelNone}</p>}
      <ul className="ticket-lines">
        {found.data?.items.map((one) => (
          <li key={one.id}>
            <Link className="nums" to="/tickets/$id" params={{ id: one.id }} preload={false}>
              {one.no}
            </Link>
            <Badge tone={states[one.state].tone}>{states[one.state][spoken]}</Badge>
            <span className="cut">{one.title}</span>
          </li>
        ))}
      </ul>
      {opening && <NewTicketDialog from={from} onClose={() => setOpening(false)} />}
    </Panel>
  );
}
