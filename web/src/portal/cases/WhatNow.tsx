import type { PortalCase } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { dueText, etaText } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { isCustomersTurn } from "./tone";

/** What happens next, by whom and by when; after a refusal, the ways that are open. */
export function WhatNow({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow();
  const step = it.nextStep;
  const yours = step !== null && isCustomersTurn(step.who);
  return (
    <>
      {step !== null && (
        <section className={`notice ${yours ? "warm" : "calm"}`} aria-label={yours ? t.yourTurn : t.next}>
          <span className="label">{yours ? t.yourTurn : t.next}</span>
          <p>{step.text}</p>
          {step.etaAt !== null && (
            <p>
              <strong>
                {yours ? dueText(step.etaAt, now, language) : etaText(step.etaAt, now, language)}
              </strong>
            </p>
          )}
        </section>
      )}
      {it.state === "REFUSED" && (
        <section className="card">
          <h2>{t.notPassed}</h2>
          <ul className="stack bullets">
            {it.allowed.includes("add-evidence") && <li>{t.appealEvidence}</li>}
            {it.allowed.includes("message") && <li>{t.appealMessage}</li>}
            <li>{t.appealOutside}</li>
          </ul>
        </section>
      )}
    </>
  );
}
