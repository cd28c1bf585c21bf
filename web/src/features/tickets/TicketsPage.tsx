import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Input, Segmented } from "antd";
import { useRef, useState } from "react";
import { useMay, useShopName } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { TicketItem } from "../../api/views";
import { useMessages } from "../../i18n";
import { Cards, pressInCard, stepCards } from "../../ui/Cards";
import { useShortcuts } from "../../ui/shortcuts";
import { messages } from "./messages";
import { NewTicketDialog } from "./NewTicketDialog";
import { TicketMarks } from "./TicketMarks";
import "./Tickets.css";
import { TABS, type Tab, type TicketSearch } from "./search";
import { ticketsKey, useTicketCounts, useTicketNews } from "./useTickets";

/** Tickets by whose turn it is, what is due first on top. */
export function TicketsPage() {
  const t = useMessages(messages);
  const page = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const asked = useSearch({ from: "/house/rooms/tickets" });
  const mayWork = useMay("TICKET_WORK");
  const [opening, setOpening] = useState(false);
  const tab = asked.tab ?? "MINE";
  useTicketNews();
  const counts = useTicketCounts().data;
  const list = usePages<TicketItem>(ticketsKey("list"), "/api/v1/tickets", { tab, q: asked.q });
  const go = (to: TicketSearch) => void navigate({ to: "/tickets", search: to, replace: true });
  const countOf = (which: Tab) =>
    counts === undefined
      ? undefined
      : {
          MINE: counts.mine,
          TEAM: counts.team,
          WAITING: counts.waiting,
          OVERDUE: counts.overdue,
          OPEN: counts.open,
          CLOSED: undefined,
        }[which];
  useShortcuts([
    { keys: "j", label: t.next, run: () => stepCards(page.current, 1) },
    { keys: "k", label: t.previous, run: () => stepCards(page.current, -1) },
    { keys: "Enter", label: t.open, run: () => pressInCard("open") },
    { keys: "/", label: t.toSearch, run: () => document.getElementById("ticket-search")?.focus() },
    ...(mayWork ? [{ keys: "n", label: t.newTicket, run: () => setOpening(true) }] : []),
  ]);
  return (
    <div className="work-page" ref={page}>
      <div className="page-head">
        <h1>{t.title}</h1>
        <p className="muted">{t.hint}</p>
      </div>
      <div className="row wrap ticket-tools">
        <Segmented<Tab>
          aria-label={t.which}
          value={tab}
          onChange={(next) => go(next === "MINE" ? {} : { tab: next })}
          options={TABS.map((which) => ({
            value: which,
            label: countOf(which) === undefined ? t[which] : `${t[which]} ${countOf(which)}`,
          }))}
        />
        <span className="grow" />
        <Input.Search
          id="ticket-search"
          aria-label={t.search}
          placeholder={t.search}
          allowClear
          defaultValue={asked.q ?? ""}
          onSearch={(q) =>
            go({ ...(asked.tab && { tab: asked.tab }), ...(q.trim() !== "" && { q: q.trim() }) })
          }
        />
        {mayWork && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t.newTicket} <kbd aria-hidden="true">n</kbd>
          </Button>
        )}
      </div>
      <Cards
        list={list}
        name={t.title}
        empty={{ title: t.none, hint: t.noneHint }}
        cardKey={(item) => item.id}
        card={(item) => <OneTicket item={item} />}
      />
      {opening && <NewTicketDialog onClose={() => setOpening(false)} />}
    </div>
  );
}

function OneTicket({ item }: { item: TicketItem }) {
  const shopName = useShopName();
  const about = [shopName(item.shop), item.customerName, item.orderNo, item.owner.name];
  return (
    <>
      <div className="row wrap">
        <Link data-action="open" className="nums" to="/tickets/$id" params={{ id: item.id }}>
          {item.no}
        </Link>
        <TicketMarks item={item} />
      </div>
      <strong>{item.title}</strong>
      <div className="small muted">{about.filter((one) => one !== null).join(" · ")}</div>
    </>
  );
}
