import { useCallback, useState } from "react";
import { ProblemError } from "../../api/problems";
import type { NewCase, PortalOrder, Reason } from "../contract";
import { useMessages } from "../../i18n";
import { newId } from "../../api/id";
import { Button } from "../parts/Button";
import { Choices } from "../parts/Choices";
import { Field } from "../parts/Field";
import { Problem } from "../parts/Problem";
import { Photos } from "../photos/Photos";
import { stillSending, storedIds, usePhotos, type KeptPhoto } from "../photos/usePhotos";
import { useReachable } from "../server";
import { BadRatio } from "./BadRatio";
import {
  asksBadRatio,
  asksDamageLevel,
  chosenLines,
  exchangesOf,
  isWritten,
  newCase,
  useDraft,
  type Draft,
} from "./draft";
import { fittingReasons } from "./fitting";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { useSubmit } from "./useSubmit";

const WISHES = ["REFUND_ONLY", "RETURN_REFUND", "EXCHANGE", "REPAIR", "RESEND"] as const;
const SAME = "";
const DAMAGE_LEVELS = ["MINOR", "MODERATE", "SEVERE"] as const;

export function ApplyForm({ order, reasons }: { order: PortalOrder; reasons: Reason[] }) {
  const t = useMessages(messages);
  const [draft, setDraft, clearDraft] = useDraft(order.no);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const keepPhotos = useCallback(
    (photos: KeptPhoto[]) => setDraft((before) => ({ ...before, photos })),
    [setDraft],
  );
  const photos = usePhotos(draft.photos, keepPhotos);
  const submission = useSubmit(draft.caseId, clearDraft, () => change({ caseId: newId() }));
  const [tried, setTried] = useState(false);
  const [all, setAll] = useState(false);

  const reason = reasons.find(({ code }) => code === draft.reason);
  const fitting = fittingReasons(reasons, order);
  // A reason chosen among all of them stays in sight.
  const shown = all || (reason !== undefined && !fitting.includes(reason)) ? reasons : fitting;
  const wrong = {
    lines: Object.keys(chosenLines(draft, order)).length === 0 ? t.needLines : null,
    reason: reason === undefined ? t.needReason : null,
  };
  const sending = stillSending(photos.photos);
  const exchanges = exchangesOf(draft, order);

  const submit = () => {
    setTried(true);
    const first = wrong.lines !== null ? "lines" : wrong.reason !== null ? "reasons" : null;
    if (first === null && isWritten(draft)) submission.send(newCase(draft, order, storedIds(photos.photos)));
    else document.getElementById(first ?? "reasons")?.scrollIntoView({ behavior: "smooth", block: "center" });
  };

  return (
    <form
      className="column"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!submission.busy && !sending) submit();
      }}
    >
      <Lines
        order={order}
        draft={draft}
        wrong={tried ? wrong.lines : null}
        onChange={(lines) => change({ lines })}
      />
      <div id="reasons">
        <Choices
          legend={t.why}
          options={shown.map(({ code, text }) => ({ value: code, text }))}
          value={draft.reason}
          wrong={tried ? wrong.reason : null}
          after={
            shown.length < reasons.length && (
              <Button look="plain" onClick={() => setAll(true)}>
                {t.moreReasons}
              </Button>
            )
          }
          onChange={(code) => change({ reason: code as NewCase["reason"] })}
        />
      </div>
      {asksDamageLevel(draft, order) && (
        <Choices
          legend={t.damage}
          options={DAMAGE_LEVELS.map((level) => ({ value: level, text: t[level] }))}
          value={DAMAGE_LEVELS.find((level) => level === draft.damageLevel) ?? null}
          onChange={(damageLevel) => change({ damageLevel })}
        />
      )}
      {asksBadRatio(draft, order) && (
        <BadRatio value={draft.badRatioPct} onChange={(badRatioPct) => change({ badRatioPct })} />
      )}
      <div className="card">
        <Field label={t.tellUs} optional>
          {(field) => (
            <textarea
              {...field}
              className="input"
              placeholder={t.tellUsHint}
              maxLength={500}
              value={draft.reasonText}
              onChange={(event) => change({ reasonText: event.target.value })}
            />
          )}
        </Field>
        <span id="photos" className="label">
          {t.photos}
        </span>
        <p className="small soft">
          {reason?.asksPhotos ? t.photosWanted(reason.photosNeeded) : t.photosOptional}
        </p>
        <Photos
          photos={photos.photos}
          labelledBy="photos"
          onAdd={(files) => void photos.add(files)}
          onRemove={photos.remove}
          onAgain={(id) => void photos.send(id)}
        />
      </div>
      <Choices
        legend={t.wish}
        hint={draft.type === "EXCHANGE" && exchanges.length === 0 ? t.exchangeHint : t.wishHint}
        options={[
          { value: "ANY", text: t.wishAny },
          ...WISHES.map((wish) => ({ value: wish, text: t[wish] })),
        ]}
        value={draft.type ?? "ANY"}
        onChange={(wish) => change({ type: wish === "ANY" ? null : wish })}
      />
      {exchanges.length > 0 && (
        <Choices
          legend={t.exchangeFor}
          options={[
            { value: SAME, text: t.exchangeSame },
            ...exchanges.map(({ sku, text }) => ({ value: sku, text })),
          ]}
          value={exchanges.find(({ sku }) => sku === draft.exchangeSku)?.sku ?? SAME}
          onChange={(sku) => change({ exchangeSku: sku === SAME ? null : sku })}
        />
      )}
      <label className="card choice">
        <input
          type="checkbox"
          checked={draft.wantsHuman === true}
          onChange={(event) => change({ wantsHuman: event.target.checked })}
        />
        <span>
          {t.human}
          <span className="small soft"> {t.humanHint}</span>
        </span>
      </label>
      <div className="submit-bar">
        <Trouble error={submission.error} />
        <Button type="submit" full busy={submission.busy} because={sending ? t.photosOnTheWay : null}>
          {submission.error === null ? t.submit : t.sendNow}
        </Button>
      </div>
      <p className="small soft center">{t.kept}</p>
    </form>
  );
}

/** A lost connection is told calmly and becomes an offer as soon as it is back; all else as the server says it. */
function Trouble({ error }: { error: unknown }) {
  const t = useMessages(messages);
  const reachable = useReachable();
  if (!(error instanceof ProblemError) || error.type !== "unreachable") return <Problem error={error} />;
  return (
    <div className={`notice ${reachable ? "calm" : "warm"}`} role="alert">
      {reachable ? t.backOnline : t.notSent}
    </div>
  );
}
