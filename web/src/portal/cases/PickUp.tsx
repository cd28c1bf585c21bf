import { useState } from "react";
import type { PortalCase } from "../contract";
import { useMessages } from "../../i18n";
import { Button } from "../parts/Button";
import { Field } from "../parts/Field";
import { Problem } from "../parts/Problem";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { useStep } from "./useStep";

const LONGEST = 7 * 24 * 3600_000;

/** The carrier comes to the customer's door. */
export function PickUp({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [looked, setLooked] = useState(false);
  const now = useNow();
  const { take, busy, error } = useStep(it);
  if (!it.allowed.includes("pick-up")) return null;
  const begins = Date.parse(from);
  const ends = Date.parse(until);
  const fits = ends > begins && ends - now < LONGEST;
  const send = async () => {
    setLooked(true);
    if (!fits) return;
    await take("pick-up", { from: new Date(begins).toISOString(), until: new Date(ends).toISOString() });
  };
  return (
    <details className="card">
      <summary>{t.pickupTitle}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void send();
        }}
      >
        <Field label={t.pickupFrom} wrong={null}>
          {(field) => (
            <input
              {...field}
              className="input"
              type="datetime-local"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <Field label={t.pickupUntil} wrong={looked && !fits ? t.pickupWrong : null}>
          {(field) => (
            <input
              {...field}
              className="input"
              type="datetime-local"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
        <Problem error={error} />
        <Button type="submit" full busy={busy}>
          {t.pickupSend}
        </Button>
      </form>
    </details>
  );
}
