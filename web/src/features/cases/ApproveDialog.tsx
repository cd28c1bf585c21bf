import { Input } from "antd";
import { useId, useState } from "react";
import { newId } from "../../api/id";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { useDraft } from "../../ui/drafts";
import { limitOf, parseAmount, writeAmount } from "./amount";
import { DecisionDialog } from "./DecisionDialog";
import type { DialogProps } from "./DecisionDialogs";
import { useMaking } from "../making/useMaking";
import { messages } from "./messages";
import { useDecide } from "./useDecide";
import { useSeen } from "./useSeen";

/** Remedies that give goods rather than money; their approval carries no amount. */
const WITHOUT_MONEY = ["EXCHANGE", "RESEND", "REPAIR"];

export function ApproveDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seen = useSeen(item);
  const amount = useDraft(`case:${item.id}:approve-amount`);
  const note = useDraft(`case:${item.id}:approve-note`);
  const amountField = useId();
  const noteField = useId();
  const arrived = () => {
    amount.done();
    note.done();
  };
  const decide = useDecide("approval", props, t.approvedToast(item.no), arrived);
  const [request] = useState(newId);
  const ask = useDecide(`approval-requests/${request}`, props, t.signatureAsked(item.no), arrived);

  const pays = !WITHOUT_MONEY.includes(item.type) && item.refundableMinor > 0;
  const making = useMaking(item);
  const suggested = Math.min(
    making?.proposalMinor ?? (item.amountMinor > 0 ? item.amountMinor : item.refundableMinor),
    item.refundableMinor,
  );
  const [typed, setTyped] = useState(
    () => amount.text || (suggested > 0 ? writeAmount(suggested, item.currency) : ""),
  );
  const type = (text: string) => {
    setTyped(text);
    amount.write(text);
  };
  const minor = parseAmount(typed, item.currency);
  const limit = limitOf(item, "approve");
  const money = (of: number) => formatMoney(of, item.currency, spoken);
  const sum = pays ? minor : item.refundableMinor;
  // What gives goods carries no amount; whether one may is for the house to say.
  const above = pays
    ? minor !== null && limit !== null && minor > limit
    : item.allowed.some((one) => one.action === "approve" && one.because !== null);
  const wrong = (pays ? amountTrouble() : null) ?? (above && item.approval !== null ? t.askedAlready : null);

  function amountTrouble(): string | null {
    if (minor === null || minor <= 0) return t.amountBad;
    if (minor > item.refundableMinor) return t.amountOverRefundable(money(item.refundableMinor));
    return null;
  }

  function ok(): string {
    if (sum === null || wrong !== null) return t.approveOkPlain;
    if (above) return pays ? t.askApproval(money(sum)) : t.askApprovalPlain;
    return pays ? t.approveOk(money(sum)) : t.approveOkPlain;
  }

  return (
    <DecisionDialog
      title={t.approveTitle(item.no)}
      item={item}
      action="approve"
      seen={seen}
      missing={wrong}
      ok={ok()}
      busy={decide.isPending || ask.isPending}
      error={above ? ask.trouble : decide.trouble}
      onOk={() =>
        (above ? ask : decide).mutate({
          version: seen.known.version,
          body: {
            ...(pays ? { refundMinor: minor } : {}),
            ...(note.text.trim() === "" ? {} : { note: note.text.trim() }),
          },
        })
      }
      onClose={close}
    >
      {pays ? (
        <div className="stack tight">
          <label htmlFor={amountField}>{t.amount}</label>
          <Input
            id={amountField}
            autoFocus
            inputMode="decimal"
            prefix={symbolOf(item.currency)}
            status={wrong === null ? "" : "error"}
            aria-invalid={wrong !== null}
            aria-describedby={`${amountField}-help`}
            value={typed}
            onChange={(event) => type(event.target.value)}
            style={{ maxWidth: 220 }}
          />
          <span
            id={`${amountField}-help`}
            className={wrong === null ? "small muted" : "small wrong"}
            role="status"
          >
            {wrong ??
              (above && limit !== null ? t.amountOverLimit(money(limit)) : null) ??
              t.amountLimits(money(item.refundableMinor), limit === null ? null : money(limit))}
          </span>
        </div>
      ) : (
        <p className="muted">{t.noRefundHere}</p>
      )}
      <div className="stack tight">
        <label htmlFor={noteField}>{t.note}</label>
        <Input.TextArea
          id={noteField}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          value={note.text}
          onChange={(event) => note.write(event.target.value)}
        />
      </div>
    </DecisionDialog>
  );
}

function symbolOf(currency: string): string {
  return formatMoney(0, currency, "en").replace(/[\d.,\s]/g, "");
}
