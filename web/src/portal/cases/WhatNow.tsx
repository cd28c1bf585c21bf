import type { PortalCase } from "../contract";
import { useLanguage, useMessages } from "../../i18n";
import { dueText, etaText, exactTime, relativeTime } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { isCustomersTurn } from "./tone";

/** What happens next, by whom and by when; after a refusal, the ways that are open. */
export function WhatNow({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow();
  if (it.state === "REFUSED") return <AfterRefusal it={it} now={now} />;
  const step = it.nextStep;
  if (!step) return null;
  const yours = isCustomersTurn(it.state);
  const title = yours ? t.yourTurn : t.next;
  return (
    <section className={`notice ${yours ? "warm" : "calm"}`} aria-label={title}>
      <span className="label">{title}</span>
      <p>
        {!yours && <span className="soft">{step.who} · </span>}
        {step.text}
      </p>
      <p>
        <strong>{(yours ? dueText : etaText)(step.etaAt, now, language)}</strong>
      </p>
    </section>
  );
}

/** A refusal is not the end: what helps, whom to ask, and until when. */
function AfterRefusal({ it, now }: { it: PortalCase; now: number }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const until = it.nextStep?.etaAt ?? null;
  return (
    <section className="card">
      <h2>{t.notPassed}</h2>
      {it.nextStep && <p>{it.nextStep.text}</p>}
      <ul className="stack bullets">
        {it.allowed.includes("revise") && <li>{t.appealEvidence}</li>}
        {it.allowed.includes("message") && <li>{t.appealMessage}</li>}
        <li>{t.appealOutside}</li>
      </ul>
      {until !== null && (
        <p>
          <strong>
            {t.appealUntil(exactTime(until, now, language), relativeTime(until, now, language, true))}
          </strong>
        </p>
      )}
    </section>
  );
}
