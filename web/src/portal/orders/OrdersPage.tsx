import type { PortalOrder } from "../contract";
import { useMessages } from "../../i18n";
import { usePages } from "../data";
import { Empty } from "../parts/Empty";
import { Heading } from "../parts/Heading";
import { Link } from "../parts/Link";
import { More } from "../parts/More";
import { Problem } from "../parts/Problem";
import { Waiting } from "../parts/Waiting";
import { useEntered } from "../session";
import { messages } from "./messages";
import { OrderCard } from "./OrderCard";

export const ORDERS = "/api/v1/portal/orders";

/** Step one of three: which order is it about? */
export function OrdersPage() {
  const t = useMessages(messages);
  const entered = useEntered();
  const orders = usePages<PortalOrder>(ORDERS);
  return (
    <>
      <div className="page-head">
        <Heading>{t.title}</Heading>
        <p className="soft">{t.lead}</p>
      </div>
      <Problem error={orders.error} onAgain={orders.again} busy={orders.loading} />
      {orders.data === null && orders.error === null && <Waiting heights={[240, 240, 240]} />}
      {orders.data?.items.length === 0 && (
        <Empty icon="orders" title={t.emptyTitle}>
          <p className="soft">{t.empty}</p>
        </Empty>
      )}
      {orders.data?.items.map((order) => (
        <OrderCard key={order.no} order={order} />
      ))}
      {orders.data?.next && <More more={orders.more} />}
      {typeof entered === "object" && entered.onlyOrder !== null && (
        <p className="small soft center">
          {t.onlyOne} <Link to={`/enter?shop=${encodeURIComponent(entered.shop.id)}`}>{t.another}</Link>
        </p>
      )}
    </>
  );
}
