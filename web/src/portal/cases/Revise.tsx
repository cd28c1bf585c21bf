import { useCallback, useState } from "react";
import type { PortalCase, Reason } from "../contract";
import { useMessages } from "../../i18n";
import { useRead } from "../data";
import { useKept } from "../kept";
import { Button } from "../parts/Button";
import { Field } from "../parts/Field";
import { Problem } from "../parts/Problem";
import { Photos } from "../photos/Photos";
import { stillSending, storedIds, usePhotos, type KeptPhoto } from "../photos/usePhotos";
import { messages } from "./messages";
import { useStep } from "./useStep";

const WISHES = ["RETURN_REFUND", "REFUND_ONLY", "EXCHANGE", "REPAIR"] as const;
const AS_IT_WAS = { reason: "", type: "", text: "", photos: [] as KeptPhoto[] };

/** After a refusal: put it differently or prove it, and it is decided again. Nothing needs to be filled in twice. */
export function Revise({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const [draft, setDraft] = useKept(`revision:${it.id}`, () => AS_IT_WAS);
  const [open, setOpen] = useState(false);
  const keep = useCallback(
    (photos: KeptPhoto[]) => setDraft((before) => ({ ...before, photos })),
    [setDraft],
  );
  const photos = usePhotos(draft.photos, keep);
  const { take, busy, error, moved } = useStep(it);
  const reasons = useRead<Reason[]>("/api/v1/portal/reasons").data ?? [];
  if (!it.allowed.includes("revise")) return null;

  const write = (part: Partial<typeof AS_IT_WAS>) => setDraft((before) => ({ ...before, ...part }));
  const evidence = storedIds(photos.photos);
  const text = draft.text.trim();
  const nothing = draft.reason === "" && draft.type === "" && text === "" && evidence.length === 0;
  const because = stillSending(photos.photos) ? t.evidenceSending : nothing ? t.reviseNothing : null;

  const send = async () => {
    const led = await take("revision", {
      ...(draft.reason !== "" && { reason: draft.reason }),
      ...(draft.type !== "" && { type: draft.type }),
      ...(text !== "" && { reasonText: text }),
      evidence,
    });
    if (led === "done") setDraft(() => AS_IT_WAS);
  };

  return (
    <section className="card" aria-labelledby="revise">
      <h2 id="revise">{t.reviseTitle}</h2>
      <p className="soft">{t.reviseLead}</p>
      {!open && nothing ? (
        <Button full onClick={() => setOpen(true)}>
          {t.reviseOpen}
        </Button>
      ) : (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (because === null && !busy) void send();
          }}
        >
          <Field label={t.reason}>
            {(field) => (
              <select
                {...field}
                className="input"
                value={draft.reason}
                onChange={(event) => write({ reason: event.target.value })}
              >
                <option value="">{t.asBefore(it.reasonLabel)}</option>
                {reasons
                  .filter(({ code }) => code !== it.reason)
                  .map(({ code, text: words }) => (
                    <option key={code} value={code}>
                      {words}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field label={t.wish}>
            {(field) => (
              <select
                {...field}
                className="input"
                value={draft.type}
                onChange={(event) => write({ type: event.target.value })}
              >
                <option value="">{t.asBefore(it.typeText)}</option>
                {WISHES.filter((wish) => wish !== it.type).map((wish) => (
                  <option key={wish} value={wish}>
                    {t[wish]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t.words} optional>
            {(field) => (
              <textarea
                {...field}
                className="input"
                maxLength={500}
                placeholder={t.reviseHint}
                value={draft.text}
                onChange={(event) => write({ text: event.target.value })}
              />
            )}
          </Field>
          <span id="revise-photos" className="label">
            {t.evidenceTitle}
          </span>
          <Photos
            photos={photos.photos}
            labelledBy="revise-photos"
            onAdd={(files) => void photos.add(files)}
            onRemove={photos.remove}
            onAgain={(id) => void photos.send(id)}
          />
          {moved && (
            <p className="notice warm" role="alert">
              {t.stepMoved}
            </p>
          )}
          <Problem error={error} />
          <Button type="submit" full busy={busy} because={because}>
            {t.reviseSend}
          </Button>
        </form>
      )}
    </section>
  );
}
