import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useShopName } from "../../api/session";
import type { TicketView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { FactsPanel } from "./FactsPanel";
import { messages } from "./messages";
import { NoteBox } from "./NoteBox";
import { RepeatsPanel } from "./RepeatsPanel";
import { Steps } from "./Steps";
import { TicketActs } from "./TicketActs";
import { TicketMarks } from "./TicketMarks";
import "./Tickets.css";
import { TriagePanel } from "./TriagePanel";
import { useTicket, useTicketNews } from "./useTickets";

/** One ticket: what is known on top, what happened below, what can be done beside it. */
export function TicketPage() {
  const { id } = useParams({ from: "/house/rooms/tickets/$id" });
  const found = useTicket(id);
  useTicketNews();
  if (found.data === undefined)
    return (
      <div className="work-page">
        {found.isError ? (
          <ProblemNote error={found.error} retry={() => void found.refetch()} />
        ) : (
          <SkeletonRows rows={12} height={26} />
        )}
      </div>
    );
  return <OneTicket key={id} view={found.data} />;
}

function OneTicket({ view }: { view: TicketView }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const shopName = useShopName();
  const { item } = view;
  const may = (act: string) => view.allowed.includes(act);
  useShortcuts([{ keys: "u", label: t.back, run: () => void navigate({ to: "/tickets" }) }]);
  return (
    <div className="work-page">
      <div className="page-head">
        <div className="row wrap">
          <Link to="/tickets">{t.title}</Link>
          <span className="nums muted">{item.no}</span>
          <span className="muted">{shopName(item.shop)}</span>
        </div>
        <h1>{item.title}</h1>
        <div className="row wrap ticket-marks">
          {view.reopened > 0 && <Badge tone="warn">{t.reopened(view.reopened)}</Badge>}
          <TicketMarks item={item} />
        </div>
        {view.ending !== null && <p className="muted">{t.readClosed(t[view.ending])}</p>}
      </div>
      <TicketActs view={view} />
      <div className="ticket-columns">
        <div className="stack">
          <FactsPanel view={view} />
          <Panel title={t.steps}>
            <Steps view={view} />
            {may("note") && <NoteBox view={view} />}
          </Panel>
        </div>
        <div className="stack">
          <TriagePanel view={view} />
          {view.repeats.length > 0 && <RepeatsPanel view={view} />}
        </div>
      </div>
    </div>
  );
}
