import { useState } from "react";
import { ProblemError } from "../../api/problems";
import type { CaseOption, PortalCase } from "../contract";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { readAnew } from "../data";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import { Problem } from "../parts/Problem";
import { messages } from "./messages";
import { casePath } from "./paths";
import { useStep } from "./useStep";
import { wordFor } from "./words";

/** What the customer may choose from now, each with what it brings; one tap, one question, done. */
export function Options({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const [asking, setAsking] = useState<CaseOption | null>(null);
  const { take, busy, error, moved, forget } = useStep(it);
  const gone = error instanceof ProblemError && error.type === "option-gone";

  const choose = async (option: CaseOption) => {
    const led = await take("choice", { option: option.code });
    setAsking(null);
    // Refused only because of what is there now: the list below is read once more.
    if (led === "failed") readAnew((path) => path === casePath(it.id));
  };

  const told = moved && (
    <p className="notice warm" role="alert">
      {t.stepMoved}
    </p>
  );
  if (!it.allowed.includes("choose")) return told || null;
  return (
    <section className="card" aria-labelledby="options">
      <h2 id="options">{t.optionsTitle}</h2>
      {told}
      {gone ? (
        <p className="notice warm" role="alert">
          {t.optionGone}
        </p>
      ) : (
        <Problem error={error} />
      )}
      <ul className="options">
        {it.options.map((option) => (
          <li key={option.code}>
            <button
              type="button"
              className="option"
              onClick={() => {
                forget();
                setAsking(option);
              }}
            >
              <What option={option} />
            </button>
          </li>
        ))}
      </ul>
      {asking !== null && (
        <Dialog title={t.optionAsk} onClose={() => setAsking(null)}>
          <div className="option chosen">
            <What option={asking} />
          </div>
          <p className="soft">{t.optionMeans}</p>
          <div className="dialog-actions">
            <Button full busy={busy} onClick={() => void choose(asking)}>
              {t.optionYes}
            </Button>
            <Button full look="quiet" onClick={() => setAsking(null)}>
              {t.notYet}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function What({ option }: { option: CaseOption }) {
  const language = useLanguage();
  const freight = option.freightPayer ? wordFor(`freight_${option.freightPayer}`, language, "") : "";
  return (
    <>
      <span className="option-head">
        <strong>{option.label}</strong>
        {option.amountMinor != null && (
          <strong className="option-amount">
            {formatMoney(option.amountMinor, option.currency, language)}
          </strong>
        )}
      </span>
      <span className="small soft">
        {option.means}
        {freight !== "" && option.freightPayer !== "NONE" && ` · ${freight}`}
      </span>
    </>
  );
}
