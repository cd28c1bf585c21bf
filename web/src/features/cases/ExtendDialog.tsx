import { Radio } from "antd";
import { useId, useState } from "react";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { DecisionDialog } from "./DecisionDialog";
import type { DialogProps } from "./DecisionDialogs";
import { messages } from "./messages";
import { useDecide } from "./useDecide";
import { useSeen } from "./useSeen";

const HOURS = [24, 72, 168];
const MS_PER_HOUR = 3_600_000;

/** Once, by a week at most: more time for the customer to send it back. */
export function ExtendDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seen = useSeen(item);
  const label = useId();
  const [hours, setHours] = useState(72);
  const decide = useDecide("extension", props, t.extendedToast(item.no), () => undefined);
  const until =
    item.deadlineAt === null
      ? ""
      : new Date(new Date(item.deadlineAt).getTime() + hours * MS_PER_HOUR).toISOString();
  return (
    <DecisionDialog
      title={t.extendTitle(item.no)}
      item={item}
      action="extend"
      seen={seen}
      missing={null}
      ok={t.extendOk}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() => decide.mutate({ version: seen.known.version, body: { hours } })}
      onClose={close}
    >
      <div className="stack tight">
        <span id={label}>{t.extendBy}</span>
        <Radio.Group
          aria-labelledby={label}
          className="choices"
          value={hours}
          onChange={(event) => setHours(Number(event.target.value))}
          options={HOURS.map((value) => ({ value, label: t.days(value / 24) }))}
        />
      </div>
      {until !== "" && <p role="status">{t.extendUntil(formatDateTime(until, spoken))}</p>}
      <p className="small muted">{t.extendOnce}</p>
    </DecisionDialog>
  );
}
