import type { PortalCase } from "../contract";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { exactTime } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { wordFor } from "./words";

/** The money itself: how much, back to where, and whether it has arrived. */
export function Refunds({ refunds }: { refunds: PortalCase["refunds"] }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow(60_000);
  if (refunds.length === 0) return null;
  return (
    <section className="card">
      <h2>{t.refunds}</h2>
      <ul className="stack">
        {refunds.map((refund) => (
          <li key={`${refund.tender} ${refund.at} ${refund.amountMinor}`} className="row apart">
            <span>
              <strong className="number">{formatMoney(refund.amountMinor, refund.currency, language)}</strong>
              <br />
              <span className="small soft">
                {wordFor(`tender_${refund.tender}`, language, refund.tender)} ·{" "}
                {exactTime(refund.at, now, language)}
              </span>
            </span>
            <span className={`pill ${refund.status === "FAILED_FINAL" ? "no" : "go"}`}>
              {wordFor(`refund_${refund.status}`, language, refund.status)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
