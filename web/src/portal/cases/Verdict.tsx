import type { PortalCase } from "../contract";
import { formatMoney, useLanguage, useMessages, type Language } from "../../i18n";
import { Heading } from "../parts/Heading";
import { messages } from "./messages";
import { toneOf } from "./tone";
import { wordFor } from "./words";

const NOT_DECIDED = [
  "SUBMITTED",
  "NEED_EVIDENCE",
  "IN_REVIEW",
  "AWAITING_CHOICE",
  "HANDLING",
  "INSPECTION_DISPUTE",
  "PLATFORM_DISPUTE",
];
/** Here the decision has been followed by events; what happened last says more than what was to be done first. */
const MOVED_ON = [
  "RETURN_IN_TRANSIT",
  "INSPECTING",
  "INSPECTION_DISPUTE",
  "WAIT_APPROVAL",
  "PLATFORM_DISPUTE",
];
const NO_MONEY = ["REFUSED", "CLOSED"];

/** The decision and its reason, in words that need no second reading. */
export function Verdict({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const paidBack = it.refunds
    .filter(({ status }) => status === "SUCCEEDED")
    .reduce((sum, r) => sum + r.amountMinor, 0);
  const amount = paidBack > 0 ? paidBack : NO_MONEY.includes(it.state) ? 0 : it.refundMinor;
  const label =
    paidBack > 0 ? t.refundedAmount : NOT_DECIDED.includes(it.state) ? t.askedAmount : t.refundAmount;
  const freight = freightText(it, language);
  const heading =
    it.state === "WAIT_BUYER_RETURN" && it.storeDrop
      ? t.visitStore
      : wordFor(it.state, language, it.stateText);
  return (
    <section className={`card verdict ${toneOf(it.state)}`}>
      <Heading title={`${heading} · ${it.no}`}>
        <span aria-live="polite">{heading}</span>
      </Heading>
      {amount > 0 && (
        <p>
          <span className="soft">{label}</span>
          <br />
          <span className="verdict-amount">{formatMoney(amount, it.currency, language)}</span>
        </p>
      )}
      <p className="verdict-why">
        {it.state === "CLOSED" ? wordFor(`result_${it.result ?? ""}`, language, it.stateText) : whyNow(it)}
      </p>
      {freight !== "" && <p className="soft">{freight}</p>}
      {it.decision.basis && (
        <p className="small soft">
          {t.basis} · {it.decision.basis}
        </p>
      )}
    </section>
  );
}

function whyNow(it: PortalCase): string {
  const latest = MOVED_ON.includes(it.state) ? it.timeline.at(-1)?.text : null;
  return latest ?? it.decision.text;
}

const GOES_BACK = ["RETURN_REFUND", "EXCHANGE", "REPAIR"];

/** Who pays the way back is of interest only where something goes back, or where one might expect it to. */
function freightText(it: PortalCase, language: Language): string {
  if (!it.freightPayer || NO_MONEY.includes(it.state)) return "";
  if (!GOES_BACK.includes(it.type) && it.freightPayer !== "NONE") return "";
  return wordFor(`freight_${it.freightPayer}`, language, "");
}
