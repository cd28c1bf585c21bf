import { Checkbox, Input } from "antd";
import { useId } from "react";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { useDraft } from "../../ui/drafts";
import { limitOf, parseAmount } from "./amount";
import { DecisionDialog } from "./DecisionDialog";
import type { DialogProps } from "./DecisionDialogs";
import { messages } from "./messages";
import { useDecide } from "./useDecide";
import { useSeen } from "./useSeen";

const WAYS = ["RETURN_REFUND", "PARTIAL_REFUND", "EXCHANGE"] as const;
/** Where the customer has the goods, so that they can be exchanged. */
const WITH_CUSTOMER = ["SIGNED", "PICKED_UP"];

/** The customer chooses among what the agent may give; whatever is chosen is done at once. */
export function OfferDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seen = useSeen(item);
  const ways = useDraft(`case:${item.id}:offer-ways`);
  const part = useDraft(`case:${item.id}:offer-part`);
  const note = useDraft(`case:${item.id}:offer-note`);
  const waysLabel = useId();
  const partField = useId();
  const noteField = useId();
  const decide = useDecide("offer", props, t.offeredToast(item.no), () => {
    ways.done();
    part.done();
    note.done();
  });
  const chosen = ways.text === "" ? [] : ways.text.split(",");
  const partly = chosen.includes("PARTIAL_REFUND");
  const minor = parseAmount(part.text, item.currency);
  const limit = limitOf(item, "offer");
  const words = note.text.trim();

  function missing(): string | null {
    if (chosen.length === 0) return t.chooseOffer;
    if (!partly) return null;
    if (minor === null || minor <= 0) return t.amountBad;
    return limit !== null && minor > limit
      ? t.amountOverLimit(formatMoney(limit, item.currency, spoken))
      : null;
  }

  return (
    <DecisionDialog
      title={t.offerTitle(item.no)}
      item={item}
      action="offer"
      seen={seen}
      missing={missing()}
      ok={t.offer}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() =>
        decide.mutate({
          version: seen.known.version,
          body: {
            options: chosen,
            ...(partly ? { partMinor: minor } : {}),
            ...(words === "" ? {} : { note: words }),
          },
        })
      }
      onClose={close}
    >
      <div className="stack tight">
        <span id={waysLabel}>{t.offerWhat}</span>
        <Checkbox.Group
          role="group"
          aria-labelledby={waysLabel}
          className="choices"
          value={chosen}
          onChange={(next) => ways.write(next.join(","))}
          options={WAYS.filter(
            (way) => way !== "EXCHANGE" || WITH_CUSTOMER.includes(item.order?.fulfil ?? ""),
          ).map((way) => ({ value: way, label: t[way] }))}
        />
      </div>
      {partly && (
        <div className="stack tight">
          <label htmlFor={partField}>{t.offerPart}</label>
          <Input
            id={partField}
            inputMode="decimal"
            suffix={item.currency}
            value={part.text}
            onChange={(event) => part.write(event.target.value)}
          />
        </div>
      )}
      <div className="stack tight">
        <label htmlFor={noteField}>{t.noteToCustomer}</label>
        <Input.TextArea
          id={noteField}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          value={note.text}
          onChange={(event) => note.write(event.target.value)}
        />
      </div>
      <p className="small muted">{t.offerMeans}</p>
    </DecisionDialog>
  );
}
