import { Alert, Button } from "antd";
import type { AllowedAction, CaseView } from "../../api/views";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { ACTS, acts, type Act } from "./act";
import { messages } from "./messages";
import { useActorName } from "./useActorName";

/** What brings the case on as it was asked for. */
const FORWARD: Act[] = ["approve", "receive", "pass", "refund", "ship", "repaired", "storeYes", "handOver"];
const AGAINST: Act[] = ["refuse", "mismatch", "gone", "unrepairable", "storeNo", "sendBack"];

export function ActionPanel({ item, open }: { item: CaseView; open: (act: Act) => void }) {
  const t = useMessages(messages);
  const offered = acts.flatMap((act) => {
    const allowed = item.allowed.find((each) => each.action === ACTS[act].action);
    return allowed === undefined ? [] : [{ act, key: ACTS[act].key, allowed }];
  });
  return (
    <Panel title={t.actions}>
      <Waiting item={item} />
      {offered.length === 0 ? (
        <p className="muted">{t.noActions}</p>
      ) : (
        <div className="actions">
          {offered.map((one) => (
            <div key={one.act}>
              <Button
                block
                type={FORWARD.includes(one.act) ? "primary" : "default"}
                danger={AGAINST.includes(one.act)}
                disabled={!one.allowed.enabled}
                aria-describedby={`why-${one.act}`}
                onClick={() => open(one.act)}
              >
                {t[one.act]} <kbd aria-hidden="true">{one.key}</kbd>
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

/** A signature that somebody asked for and nobody has given yet. */
function Waiting({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const nameOf = useActorName(item);
  const asked = item.approval;
  if (asked === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t.approvalOpen(
        asked.tierRequired,
        formatMoney(asked.amountMinor, item.currency, spoken),
        nameOf(asked.requestedBy),
        formatDateTime(asked.requestedAt, spoken),
      )}
      description={asked.note}
    />
  );
}

/** A disabled button says why; an enabled one says how far it goes. */
function Limit({ allowed, currency }: { allowed: AllowedAction; currency: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  if (!allowed.enabled) return allowed.because ?? t.notNow;
  if (allowed.limitMinor === null) return allowed.because ?? null;
  const limit = t.upTo(formatMoney(allowed.limitMinor, currency, spoken));
  return allowed.because ? `${limit} · ${allowed.because}` : limit;
}
