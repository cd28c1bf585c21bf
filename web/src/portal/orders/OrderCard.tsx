import type { PortalOrder } from "../contract";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { Goods } from "../parts/Goods";
import { Link } from "../parts/Link";
import { dayOf } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { orderState } from "./orderState";

/** One order: what is in it, where it stands, and the one thing that can be done about it. */
export function OrderCard({ order }: { order: PortalOrder }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow(60_000);
  return (
    <article className="card" aria-label={t.order(order.no)}>
      <div className="row apart">
        <span className="small soft">
          <span className="number">{order.no}</span>
          <br />
          {order.paidAt && t.paidOn(dayOf(order.paidAt, now, language))}
        </span>
        <span className="pill">{orderState(order)}</span>
      </div>
      <ul className="stack">
        {order.lines.map((line) => (
          <li key={line.id}>
            <Goods title={line.title} category={line.category}>
              <span className="small soft">
                {formatMoney(line.paidMinor, order.currency, language)} {t.times(line.qty)}{" "}
                {line.openCaseId && <span className="pill you">{t.inCase}</span>}
              </span>
            </Goods>
          </li>
        ))}
      </ul>
      <div className="row apart">
        <span className="number">
          {t.total} <strong>{formatMoney(order.paidMinor, order.currency, language)}</strong>
        </span>
        <span className="row">
          {order.openCaseId && (
            <Link to={`/cases/${order.openCaseId}`} className={order.canApply ? "button quiet" : "button"}>
              {t.openCase}
            </Link>
          )}
          {order.canApply && (
            <Link to={`/orders/${encodeURIComponent(order.no)}/apply`} className="button">
              {t.apply}
            </Link>
          )}
        </span>
      </div>
      <PastCases order={order} />
      {!order.canApply && !order.openCaseId && (
        <p className="notice small">
          <span>
            <strong>{t.whyNot}</strong>
            {order.because && <> · {order.because}</>} <Link to="/cases">{t.myRequests}</Link>
          </span>
        </p>
      )}
    </article>
  );
}

/** What was asked for before about this order; the one under way has its button. */
function PastCases({ order }: { order: PortalOrder }) {
  const t = useMessages(messages);
  const past = order.cases.filter(({ id }) => id !== order.openCaseId);
  if (past.length === 0) return null;
  return (
    <p className="small soft">
      {t.itsRequests}{" "}
      {past.map(({ id, no, stateText }) => (
        <span key={id} className="past-case">
          <Link to={`/cases/${id}`}>{no}</Link> {stateText}
        </span>
      ))}
    </p>
  );
}
