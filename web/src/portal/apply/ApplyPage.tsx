import type { PortalOrder, Reason } from "../contract";
import { useMessages } from "../../i18n";
import { useRead } from "../data";
import { BackTo } from "../parts/BackTo";
import { Heading } from "../parts/Heading";
import { Link } from "../parts/Link";
import { Problem } from "../parts/Problem";
import { Waiting } from "../parts/Waiting";
import { ApplyForm } from "./ApplyForm";
import { openLines } from "./draft";
import { messages } from "./messages";

/** Step two of three: what is it about? Everything on one page, and little of it needed. */
export function ApplyPage({ orderNo }: { orderNo: string }) {
  const t = useMessages(messages);
  const order = useRead<PortalOrder>(`/api/v1/portal/orders/${encodeURIComponent(orderNo)}`);
  const reasons = useRead<Reason[]>("/api/v1/portal/reasons");
  const error = order.error ?? reasons.error;
  const again = () => {
    order.again();
    reasons.again();
  };
  const ready = order.data !== null && reasons.data !== null;
  return (
    <>
      <BackTo to="/orders">{t.toOrders}</BackTo>
      <div className="page-head">
        <Heading>{t.title}</Heading>
        <p className="soft number">{t.order(orderNo)}</p>
      </div>
      {!ready && <Problem error={error} onAgain={again} busy={order.loading || reasons.loading} />}
      {!ready && error === null && <Waiting heights={[140, 200, 130]} />}
      {ready && !mayApply(order.data) && <Cannot order={order.data} />}
      {ready && mayApply(order.data) && <ApplyForm order={order.data} reasons={reasons.data} />}
    </>
  );
}

const mayApply = (order: PortalOrder) => order.canApply && openLines(order).length > 0;

function Cannot({ order }: { order: PortalOrder }) {
  const t = useMessages(messages);
  return (
    <div className="notice warm">
      <strong>{t.cannot}</strong>
      {order.because && <p>{order.because}</p>}
      {order.openCaseId && (
        <div>
          <Link to={`/cases/${order.openCaseId}`} className="button">
            {t.openCase}
          </Link>
        </div>
      )}
    </div>
  );
}
