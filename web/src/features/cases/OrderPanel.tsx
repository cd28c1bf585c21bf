import type { CaseView } from "../../api/views";
import { channels, customerTiers, fulfilments, tenders, word } from "../../api/words";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { CopyButton } from "../../ui/CopyButton";
import { Facts, Panel } from "../../ui/Panel";
import { messages } from "./messages";

export function OrderPanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { order } = item;
  if (order === null)
    return (
      <Panel title={t.order}>
        <p className="muted">{t.orderGone}</p>
      </Panel>
    );
  const money = (minor: number) => formatMoney(minor, order.currency, spoken);
  const paid = order.freightMinor + order.lines.reduce((sum, line) => sum + line.paidMinor, 0);
  const when = (at: string | null | undefined) =>
    at === null || at === undefined ? null : formatDateTime(at, spoken);
  return (
    <Panel title={t.order}>
      <Facts
        of={[
          [
            t.orderNo,
            <span key="no" className="row">
              <span className="nums">{order.no}</span>
              <CopyButton text={order.no} />
            </span>,
          ],
          [t.fulfil, word(fulfilments, order.fulfil, spoken)],
          [t.paidAt, when(order.paidAt)],
          [t.signedAt, when(order.signedAt)],
          [t.channel, word(channels, order.channel, spoken)],
          [t.paid, `${money(paid)} (${t.freight} ${money(order.freightMinor)})`],
          [
            t.tenders,
            (order.tenders ?? [])
              .map((tender) => `${word(tenders, tender.kind, spoken)} ${money(tender.minor)}`)
              .join(" + "),
          ],
        ]}
      />
      <h3 className="sub">{t.lines}</h3>
      <ul className="order-lines">
        {order.lines.map((line) => {
          const asked = item.lines.find((one) => one.lineId === line.id);
          return (
            <li key={line.id} className={asked === undefined ? "" : "asked"}>
              <span className="grow">
                {line.title ?? asked?.title ?? line.sku}
                <span className="small muted"> {line.sku}</span>
                {asked !== undefined && (
                  <>
                    {" "}
                    <Badge tone="warn">
                      {t.asked} ×{asked.qtyAsked}
                    </Badge>
                  </>
                )}
              </span>
              <span className="nums muted">×{line.qty}</span>
              <span className="nums">{money(line.paidMinor)}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

export function CustomerPanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { customer } = item;
  return (
    <Panel title={t.customer}>
      <Facts
        of={[
          [t.name, customer.name],
          ...(customer.phone ? ([[t.phone, customer.phone]] as const) : []),
          ...(customer.email ? ([[t.email, customer.email]] as const) : []),
          [t.memberTier, word(customerTiers, customer.tier, spoken)],
          [
            t.risk,
            <Badge
              key="risk"
              tone={customer.riskScore >= 80 ? "bad" : customer.riskScore >= 60 ? "warn" : "quiet"}
            >
              {customer.riskScore}
            </Badge>,
          ],
          [t.refundOnly, t.times(customer.refundOnly30d)],
        ]}
      />
    </Panel>
  );
}
