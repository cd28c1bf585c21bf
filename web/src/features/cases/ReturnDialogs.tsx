import { Input, Radio, Slider } from "antd";
import { useId, useState } from "react";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { useDraft, type Draft } from "../../ui/drafts";
import { PhotoTaker, type Photo } from "../../ui/PhotoTaker";
import { parseAmount } from "./amount";
import { DecisionDialog } from "./DecisionDialog";
import type { DialogProps } from "./DecisionDialogs";
import { messages } from "./messages";
import { useDecide } from "./useDecide";
import { useSeen } from "./useSeen";

/** The parcel is here. */
export function ReceiveDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const seen = useSeen(item);
  const decide = useDecide("receipt", props, t.receivedToast(item.no), () => undefined);
  return (
    <DecisionDialog
      title={t.receiveTitle(item.no)}
      item={item}
      action="receive"
      seen={seen}
      missing={null}
      ok={t.receiveOk}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() => decide.mutate({ version: seen.known.version })}
      onClose={close}
    >
      <p>{t.receiveHint}</p>
      <Expected item={item} />
    </DecisionDialog>
  );
}

/** What came back is what was sold. */
export function PassDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const seen = useSeen(item);
  const note = useDraft(`case:${item.id}:pass-note`);
  const decide = useDecide("inspection-pass", props, t.passedToast(item.no), note.done);
  return (
    <DecisionDialog
      title={t.passTitle(item.no)}
      item={item}
      action="inspection-pass"
      seen={seen}
      missing={null}
      ok={t.pass}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() => decide.mutate({ version: seen.known.version, body: noteOf(note) })}
      onClose={close}
    >
      <p>{t.passHint}</p>
      <Expected item={item} />
      <Note draft={note} />
    </DecisionDialog>
  );
}

const STEP = 5;
const FEWEST_PHOTOS = 2;

/** What came back is not what was sold: what was found, and what is offered for it. */
export function MismatchDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seen = useSeen(item);
  const finding = useDraft(`case:${item.id}:mismatch-finding`);
  const note = useDraft(`case:${item.id}:mismatch-note`);
  const [percent, setPercent] = useState(50);
  const [photos, setPhotos] = useState<Photo[]>([]);
  const findingField = useId();
  const percentLabel = useId();
  const decide = useDecide("inspection-mismatch", props, t.mismatchToast(item.no), () => {
    finding.done();
    note.done();
  });
  const found = finding.text.trim();
  return (
    <DecisionDialog
      title={t.mismatchTitle(item.no)}
      item={item}
      action="inspection-mismatch"
      seen={seen}
      missing={found === "" ? t.writeFinding : photos.length < FEWEST_PHOTOS ? t.needPhotos : null}
      ok={t.mismatchOk(percent)}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() =>
        decide.mutate({
          version: seen.known.version,
          body: {
            finding: found,
            proposalPct: percent,
            photos: photos.map((photo) => photo.id),
            ...noteOf(note),
          },
        })
      }
      onClose={close}
    >
      <Expected item={item} />
      <div className="stack tight">
        <label htmlFor={findingField}>{t.finding}</label>
        <Input.TextArea
          id={findingField}
          autoFocus
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={500}
          placeholder={t.findingHint}
          value={finding.text}
          onChange={(event) => finding.write(event.target.value)}
        />
      </div>
      <div className="stack tight">
        <span className="row between">
          <span id={percentLabel}>{t.proposal}</span>
          <strong className="nums">
            {t.proposalOf(percent, formatMoney(share(dueOf(props), percent), item.currency, spoken))}
          </strong>
        </span>
        <Slider
          ariaLabelledByForHandle={percentLabel}
          min={0}
          max={100}
          step={STEP}
          value={percent}
          onChange={setPercent}
          tooltip={{ open: false }}
        />
      </div>
      <PhotoTaker
        folder={`/api/v1/cases/${item.id}/inspection-photos`}
        photos={photos}
        onChange={setPhotos}
      />
      <Note draft={note} />
    </DecisionDialog>
  );
}

/** A refund above a tier is signed by somebody who may. */
export function RefundApprovalDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seen = useSeen(item);
  const note = useDraft(`case:${item.id}:refund-note`);
  const decide = useDecide("refund-approval", props, t.refundToast(item.no), note.done);
  const money = formatMoney(dueOf(props), item.currency, spoken);
  return (
    <DecisionDialog
      title={t.refundTitle(item.no)}
      item={item}
      action="refund-approval"
      seen={seen}
      missing={null}
      ok={t.refundOk(money)}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() => decide.mutate({ version: seen.known.version, body: noteOf(note) })}
      onClose={close}
    >
      <p>{t.refundHint(money)}</p>
      <Note draft={note} />
    </DecisionDialog>
  );
}

/** Shop and customer do not agree on what was found: one of them is right. */
export function RulingDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const seen = useSeen(item);
  const side = useDraft(`case:${item.id}:ruling-side`);
  const reasons = useDraft(`case:${item.id}:ruling-reasons`);
  const field = useId();
  const sideLabel = useId();
  const partField = useId();
  const spoken = useLanguage();
  const part = useDraft(`case:${item.id}:ruling-part`);
  const partMinor = parseAmount(part.text, item.currency);
  const decide = useDecide("ruling", props, t.ruledToast(item.no), () => {
    side.done();
    part.done();
    reasons.done();
  });
  const because = reasons.text.trim();
  return (
    <DecisionDialog
      title={t.rulingTitle(item.no)}
      item={item}
      action="ruling"
      seen={seen}
      missing={
        side.text === ""
          ? t.chooseSide
          : side.text === "split" && partMinor === null
            ? t.amountBad
            : because === ""
              ? t.writeRuling
              : null
      }
      ok={t.ruling}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() =>
        decide.mutate({
          version: seen.known.version,
          body: {
            forBuyer: side.text !== "shop",
            reasons: because,
            ...(side.text === "split" ? { refundMinor: partMinor ?? 0 } : {}),
          },
        })
      }
      onClose={close}
    >
      <div className="stack tight">
        <span id={sideLabel}>{t.rulingFor}</span>
        <Radio.Group
          aria-labelledby={sideLabel}
          className="choices"
          value={side.text}
          onChange={(event) => side.write(String(event.target.value))}
          options={[
            { value: "buyer", label: t.forBuyer },
            { value: "split", label: t.forBoth },
            { value: "shop", label: t.forShop },
          ]}
        />
      </div>
      {side.text === "split" && (
        <div className="stack tight">
          <label htmlFor={partField}>{t.rulingPart(formatMoney(dueOf(props), item.currency, spoken))}</label>
          <Input
            id={partField}
            inputMode="decimal"
            maxLength={16}
            value={part.text}
            onChange={(event) => part.write(event.target.value)}
          />
        </div>
      )}
      <div className="stack tight">
        <label htmlFor={field}>{t.rulingReasons}</label>
        <Input.TextArea
          id={field}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={1000}
          value={reasons.text}
          onChange={(event) => reasons.write(event.target.value)}
        />
      </div>
    </DecisionDialog>
  );
}

/** What should be in the parcel. */
function Expected({ item }: { item: DialogProps["item"] }) {
  const t = useMessages(messages);
  return (
    <div className="stack tight">
      <span>{t.expected}</span>
      <ul className="order-lines">
        {item.lines.map((line) => (
          <li key={line.lineId}>
            <span className="grow">
              {line.title} <span className="small muted">{line.sku}</span>
            </span>
            <strong className="nums">×{line.qtyApproved > 0 ? line.qtyApproved : line.qtyAsked}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Note({ draft }: { draft: Draft }) {
  const t = useMessages(messages);
  const field = useId();
  return (
    <div className="stack tight">
      <label htmlFor={field}>{t.note}</label>
      <Input.TextArea
        id={field}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={1000}
        value={draft.text}
        onChange={(event) => draft.write(event.target.value)}
      />
    </div>
  );
}

function noteOf(draft: Draft): { note?: string } {
  const note = draft.text.trim();
  return note === "" ? {} : { note };
}

function dueOf({ item }: DialogProps): number {
  return item.approvedMinor > 0 ? item.approvedMinor : item.refundableMinor;
}

function share(minor: number, percent: number): number {
  return Math.floor((minor * percent) / 100);
}
