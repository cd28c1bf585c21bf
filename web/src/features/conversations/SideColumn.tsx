import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Select } from "antd";
import type { ReactNode } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { Talk } from "../../api/talk";
import type { ConversationView, OrderListItem, Page, QueueItem } from "../../api/views";
import { formatDuration, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { CopyButton } from "../../ui/CopyButton";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { useTicking } from "../../ui/ticker";
import { Clocks } from "./Clocks";
import { Line } from "./Line";
import { messages } from "./messages";
import { talkOf } from "./talk";
import { useAct, useConversation } from "./useConversation";

/** The customer beside the thread: who it is, what is known, their orders and cases. */
export function SideColumn({
  id,
  open,
  back,
  more,
}: {
  id: string;
  open: (id: string) => void;
  back: () => void;
  more?: (talk: Talk) => ReactNode;
}) {
  const t = useMessages(messages);
  const conversation = useConversation(id);
  const view = conversation.view.data;
  return (
    <aside className="talk-side" aria-label={t.about}>
      <header className="talk-head only-phone">
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t.back} onClick={back} />
        <h2>{t.about}</h2>
      </header>
      {view !== undefined && (
        <div className="stack">
          {view.place !== null && <Waiting at={view.place} />}
          {view.clocks.length > 0 && <Clocks of={view.clocks} />}
          {more?.(talkOf(view, conversation.thread.data))}
          <Known view={view} />
          <Person view={view} />
          <Tags view={view} />
          <Orders view={view} />
          {view.others.length > 0 && (
            <Panel title={t.others} flush>
              <ul className="talk-lines">
                {view.others.map((item) => (
                  <Line key={item.id} item={item} chosen={false} open={open} />
                ))}
              </ul>
            </Panel>
          )}
        </div>
      )}
    </aside>
  );
}

function Waiting({ at }: { at: NonNullable<ConversationView["place"]> }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const waited = useTicking((now) => formatDuration(now - Date.parse(at.since), spoken));
  return (
    <Panel title={t.inLine}>
      <Facts
        of={[
          [t.queueName, at.queue],
          [t.placeInLine, <span className="nums">{at.place}</span>],
          [t.waited, <span className="nums">{waited}</span>],
          [t.within, at.within === null ? t.cannotSay : formatDuration(at.within * 1000, spoken)],
        ]}
      />
    </Panel>
  );
}

function Known({ view }: { view: ConversationView }) {
  const t = useMessages(messages);
  if (view.facts.length === 0) return null;
  const names: Record<string, string> = {
    orderNumber: t.orderNumber,
    product: t.product,
    liveSession: t.liveSession,
    page: t.page,
  };
  return (
    <Panel title={t.facts}>
      <Facts
        of={view.facts.map(
          (fact) =>
            [
              names[fact.name] ?? fact.name,
              <span key={fact.name} className="row">
                <span className="cut">{fact.value}</span>
                <CopyButton text={fact.value} />
              </span>,
            ] as const,
        )}
      />
    </Panel>
  );
}

function Person({ view }: { view: ConversationView }) {
  const t = useMessages(messages);
  const { profile, item } = view;
  return (
    <Panel title={t.about}>
      <Facts
        of={[
          [t.name, profile.name],
          [t.phone, profile.phone],
          [t.email, profile.email],
          [t.customerId, profile.customerId],
          [t.channel, item.channelName],
          [t.agent, item.agentName ?? t.nobody],
        ]}
      />
    </Panel>
  );
}

function Tags({ view }: { view: ConversationView }) {
  const t = useMessages(messages);
  const act = useAct(view.item.id);
  return (
    <Panel title={t.tags}>
      <Select
        mode="tags"
        aria-label={t.tags}
        placeholder={t.addTag}
        style={{ width: "100%" }}
        maxCount={10}
        open={false}
        suffix={null}
        disabled={!view.allowed.includes("tag")}
        loading={act.isPending}
        value={act.isPending ? undefined : view.item.tags}
        onChange={(tags: string[]) => act.mutate({ what: "tags", body: { tags } })}
      />
      <ProblemNote error={act.error} />
    </Panel>
  );
}

const MOST_ORDERS = 5;

function Orders({ view }: { view: ConversationView }) {
  const t = useMessages(messages);
  const mayRead = useMay("COMMERCE_READ");
  const { shop, orderNo } = view.item;
  const customer = view.profile.customerId;
  const found = useQuery({
    queryKey: ["conversation-orders", shop, customer],
    queryFn: ({ signal }) =>
      api.get<Page<OrderListItem>>(`/api/v1/shops/${shop}/orders`, {
        query: { customer, size: MOST_ORDERS },
        signal,
      }),
    enabled: mayRead && customer !== null,
  });
  if (!mayRead) return null;
  const numbers = [
    ...new Set([
      ...(orderNo === null ? [] : [orderNo]),
      ...(found.data?.items ?? []).map((one) => one.order.no),
    ]),
  ];
  return (
    <Panel title={t.orders}>
      <ProblemNote error={found.error} />
      {numbers.length === 0 && <p className="muted">{t.ordersNone}</p>}
      <ul className="talk-orders">
        {numbers.map((no) => (
          <OrderLine
            key={no}
            shop={shop}
            no={no}
            order={found.data?.items.find((one) => one.order.no === no)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function OrderLine({ shop, no, order }: { shop: string; no: string; order: OrderListItem | undefined }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const mayRead = useMay("CASE_READ");
  const cases = useQuery({
    queryKey: ["conversation-cases", shop, no],
    queryFn: ({ signal }) =>
      api.get<Page<QueueItem>>("/api/v1/cases", { query: { shop, q: no, sort: "newest" }, signal }),
    enabled: mayRead,
  });
  const paid = order?.order.lines.reduce((sum, line) => sum + line.paidMinor, 0);
  return (
    <li>
      <span className="row">
        <strong className="nums">{no}</strong>
        <CopyButton text={no} />
        <span className="grow" />
        {order !== undefined && paid !== undefined && (
          <span className="nums">{formatMoney(paid, order.order.currency, spoken)}</span>
        )}
      </span>
      {order !== undefined && (
        <span className="small muted cut">
          {order.order.lines.map((line) => line.title ?? line.sku).join("、")}
        </span>
      )}
      {cases.data?.items.map((one) => (
        <span key={one.id} className="row small">
          <Link to="/desk/cases/$id" params={{ id: one.id }} preload={false}>
            {one.no}
          </Link>
          <span className="cut grow">{one.typeText}</span>
          <Badge>{one.stateText}</Badge>
        </span>
      ))}
      {cases.data?.items.length === 0 && <span className="small muted">{t.noCases}</span>}
    </li>
  );
}
