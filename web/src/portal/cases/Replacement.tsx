import type { PortalCase } from "../contract";
import { useLanguage, useMessages } from "../../i18n";
import { Button } from "../parts/Button";
import { Problem } from "../parts/Problem";
import { exactTime } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { useStep } from "./useStep";

/** What the customer gets instead, where it is, and the one tap that says it is there. */
export function Replacement({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow();
  const { take, busy, error, moved } = useStep(it);
  const instead = it.replacement;
  if (!instead) return null;
  const since = instead.items.find((item) => item.warrantyFrom)?.warrantyFrom;
  return (
    <section className="card" aria-labelledby="replacement">
      <h2 id="replacement">{instead.kind === "REPAIRED" ? t.repairedTitle : t.replacementTitle}</h2>
      <ul className="stack bullets">
        {instead.items.map((item) => (
          <li key={item.sku}>
            {item.title} <span className="number">×{item.qty}</span>
          </li>
        ))}
      </ul>
      {instead.carrier && instead.trackingNo && (
        <p className="number">{t.onItsWay(instead.carrier, instead.trackingNo)}</p>
      )}
      {since && <p className="soft">{t.warranty(exactTime(since, now, language))}</p>}
      {moved && (
        <p className="notice warm" role="alert">
          {t.stepMoved}
        </p>
      )}
      <Problem error={error} />
      {it.allowed.includes("receive") && (
        <Button full busy={busy} onClick={() => void take("replacement-receipt")}>
          {t.received}
        </Button>
      )}
    </section>
  );
}
