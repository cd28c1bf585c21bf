import { Button } from "antd";
import type { AllowedAction, CaseView } from "../../api/views";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import type { Act } from "./act";
import { messages } from "./messages";

export function ActionPanel({ item, open }: { item: CaseView; open: (act: Act) => void }) {
  const t = useMessages(messages);
  const acts = [
    { act: "approve", action: "approve", label: t.approve, key: "a" },
    { act: "refuse", action: "refuse", label: t.refuse, key: "r" },
    { act: "ask", action: "ask-evidence", label: t.ask, key: "e" },
    { act: "resolve", action: "resolve", label: t.resolve, key: "s" },
  ] as const;
  const offered = acts.flatMap((one) => {
    const allowed = item.allowed.find((each) => each.action === one.action);
    return allowed === undefined ? [] : [{ ...one, allowed }];
  });
  return (
    <Panel title={t.actions}>
      {offered.length === 0 ? (
        <p className="muted">{t.noActions}</p>
      ) : (
        <div className="actions">
          {offered.map((one) => (
            <div key={one.act}>
              <Button
                block
                type={one.act === "approve" ? "primary" : "default"}
                danger={one.act === "refuse"}
                disabled={!one.allowed.enabled}
                aria-describedby={`why-${one.act}`}
                onClick={() => open(one.act)}
              >
                {one.label} <kbd aria-hidden="true">{one.key}</kbd>
              </Button>
              <p id={`why-${one.act}`} className="small muted">
                <Limit allowed={one.allowed} currency={item.currency} />
              </p>
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** A disabled button says why; an enabled one says how far it goes. */
function Limit({ allowed, currency }: { allowed: AllowedAction; currency: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  if (!allowed.enabled) return allowed.because ?? t.notNow;
  if (allowed.limitMinor === null || allowed.limitMinor === undefined) return allowed.because ?? null;
  const limit = t.upTo(formatMoney(allowed.limitMinor, currency, spoken));
  return allowed.because ? `${limit} · ${allowed.because}` : limit;
}
