import { useState } from "react";
import { ProblemError } from "../../api/problems";
import type { PortalCase } from "../contract";
import { useLanguage, useMessages } from "../../i18n";
import { useKept } from "../kept";
import { Button } from "../parts/Button";
import { Field } from "../parts/Field";
import { Problem } from "../parts/Problem";
import { carriers } from "./carriers";
import { messages } from "./messages";
import { useStep } from "./useStep";
import { WhereTo } from "./WhereTo";

const OTHER = "other";
const TRACKING = /^[A-Za-z0-9-]{6,40}$/;
const NOTHING_YET = { carrier: "", other: "", trackingNo: "" };

/** With whom the goods travel back, and under which number. */
export function Ship({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const [draft, setDraft] = useKept(`shipment:${it.id}`, () => NOTHING_YET);
  const [looked, setLooked] = useState(false);
  const { take, busy, error, moved, forget } = useStep(it);

  const write = (part: Partial<typeof NOTHING_YET>) => {
    forget();
    setDraft((before) => ({ ...before, ...part }));
  };
  const carrier = (draft.carrier === OTHER ? draft.other : draft.carrier).trim();
  // Numbers are copied with blanks between their groups.
  const trackingNo = draft.trackingNo.replace(/\s/g, "");
  const wrongNumber = TRACKING.test(trackingNo) ? null : trackingNo === "" ? t.trackingNone : t.trackingWrong;
  const numberUsed = error instanceof ProblemError && error.type === "tracking-number-used";

  const send = async () => {
    setLooked(true);
    if (carrier === "" || wrongNumber !== null) return;
    if ((await take("shipment", { carrier, trackingNo })) === "done") setDraft(() => NOTHING_YET);
  };

  const told = moved && (
    <p className="notice warm" role="alert">
      {t.stepMoved}
    </p>
  );
  if (!it.allowed.includes("ship")) return told || null;
  return (
    <section className="card" aria-labelledby="ship">
      <h2 id="ship">{t.shipTitle}</h2>
      <WhereTo to={it.returnTo} />
      <p className="soft">{t.shipHelp}</p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void send();
        }}
      >
        <Field label={t.carrier} wrong={looked && draft.carrier === "" ? t.carrierNone : null}>
          {(field) => (
            <select
              {...field}
              className="input"
              value={draft.carrier}
              onChange={(event) => write({ carrier: event.target.value })}
            >
              <option value="" disabled>
                {t.carrierChoose}
              </option>
              {carriers(language).map(({ name, text }) => (
                <option key={name} value={name}>
                  {text}
                </option>
              ))}
              <option value={OTHER}>{t.carrierOther}</option>
            </select>
          )}
        </Field>
        {draft.carrier === OTHER && (
          <Field label={t.carrierName} wrong={looked && carrier === "" ? t.carrierNameNone : null}>
            {(field) => (
              <input
                {...field}
                className="input"
                maxLength={40}
                value={draft.other}
                onChange={(event) => write({ other: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field
          label={t.trackingNo}
          help={t.trackingHelp}
          wrong={numberUsed ? error.title : looked ? wrongNumber : null}
        >
          {(field) => (
            <input
              {...field}
              className="input number"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={60}
              value={draft.trackingNo}
              onChange={(event) => write({ trackingNo: event.target.value })}
            />
          )}
        </Field>
        {told}
        <Problem error={numberUsed ? null : error} />
        <Button type="submit" full busy={busy}>
          {t.shipSend}
        </Button>
      </form>
    </section>
  );
}
