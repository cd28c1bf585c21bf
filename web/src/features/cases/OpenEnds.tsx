import { Alert } from "antd";
import type { CaseView } from "../../api/views";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { CopyButton } from "../../ui/CopyButton";
import { Panel } from "../../ui/Panel";
import { messages } from "./messages";

/** What the customer looks at now: where to send it, what to choose from, what is proposed. */
export function OpenEnds({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { returnTo, options, proposal } = item;
  const money = (minor: number, currency: string) => formatMoney(minor, currency, spoken);
  return (
    <>
      {item.awaitsParcel && returnTo === null && (
        <Alert type="warning" showIcon title={t.noReturnAddress} description={t.noReturnAddressHint} />
      )}
      {returnTo !== null && (
        <Panel
          title={t.returnTo}
          extra={<CopyButton text={[returnTo.name, returnTo.phone, returnTo.address].join("\n")} />}
        >
          <strong>{returnTo.name}</strong> <span className="nums">{returnTo.phone}</span>
          <br />
          {returnTo.address}
        </Panel>
      )}
      {options.length > 0 && (
        <Panel title={t.offeredOptions}>
          <ul className="order-lines">
            {options.map((option) => (
              <li key={option.code}>
                <span className="grow">
                  {option.label} <span className="small muted">{option.means}</span>
                </span>
                <span className="nums">
                  {option.amountMinor === null ? "–" : money(option.amountMinor, option.currency)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {proposal !== null && (
        <Panel title={t.proposal}>
          <strong className="nums">
            {t.proposalOf(proposal.pct, money(proposal.refundMinor, proposal.currency))}
          </strong>
        </Panel>
      )}
    </>
  );
}
