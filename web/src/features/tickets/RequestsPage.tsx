import { useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useRef } from "react";
import { useShopName } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { TicketRequestItem } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Cards, pressInCard, stepCards } from "../../ui/Cards";
import { Countdown } from "../../ui/Countdown";
import { useShortcuts } from "../../ui/shortcuts";
import { messages } from "./messages";
import { RequestActs } from "./RequestActs";
import "./Tickets.css";
import { total } from "./Waiting";
import { ticketsKey, useRequestCounts, useTicketNews } from "./useTickets";
import { partyName, types } from "./words";

/** What waits for one's own department, what is due first on top. */
export function RequestsPage() {
  const t = useMessages(messages);
  const page = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const answered = useSearch({ from: "/house/rooms/requests" }).list === "answered";
  useTicketNews();
  const counts = useRequestCounts().data;
  const list = usePages<TicketRequestItem>(ticketsKey("requests"), "/api/v1/ticket-requests", { answered });
  useShortcuts([
    { keys: "j", label: t.next, run: () => stepCards(page.current, 1) },
    { keys: "k", label: t.previous, run: () => stepCards(page.current, -1) },
    { keys: "f", label: t.answer, run: () => pressInCard("answer") },
    { keys: "b", label: t.askBack, run: () => pressInCard("ask-back") },
  ]);
  return (
    <div className="work-page" ref={page}>
      <div className="page-head">
        <h1>{t.requests}</h1>
        <p className="muted">{t.requestsHint}</p>
      </div>
      <Segmented
        aria-label={t.which}
        value={answered ? "answered" : "waiting"}
        onChange={(next) =>
          void navigate({ to: "/requests", search: next === "waiting" ? {} : { list: next }, replace: true })
        }
        options={[
          {
            value: "waiting",
            label: counts === undefined ? t.toAnswer : `${t.toAnswer} ${total(counts.waiting)}`,
          },
          { value: "answered", label: t.answered },
        ]}
      />
      <Cards
        list={list}
        name={t.requests}
        empty={{ title: t.requestsNone, hint: t.requestsNoneHint }}
        cardKey={(item) => item.id}
        card={(item) => <OneRequest item={item} />}
      />
    </div>
  );
}

function OneRequest({ item }: { item: TicketRequestItem }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const shopName = useShopName();
  return (
    <>
      <div className="row wrap">
        <span className="nums">{item.ticketNo}</span>
        <Badge>{partyName(item.party, item.partyName, spoken)}</Badge>
        <Badge>{types[item.triage.type][spoken]}</Badge>
        {item.late && <Badge tone="bad">{t.late}</Badge>}
        <span className="grow" />
        {item.dueAt !== null && <Countdown to={item.dueAt} />}
      </div>
      <strong className="ticket-words">{item.question}</strong>
      <div className="small muted">
        {shopName(item.shop)} · {item.title}
      </div>
      <RequestActs item={item} />
    </>
  );
}
