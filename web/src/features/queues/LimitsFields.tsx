import { InputNumber } from "antd";
import type { WorkLimits } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { messages } from "./messages";

const NAMES = ["firstReplySeconds", "nextReplySeconds", "resolutionSeconds"] as const;
const NONE: WorkLimits = { firstReplySeconds: null, nextReplySeconds: null, resolutionSeconds: null };
const MINUTE = 60;
const MOST = 30 * 24 * 60;

/** Three limits of time; when all are empty there are none. */
export function LimitsFields({
  name,
  limits,
  change,
}: {
  name: string;
  limits: WorkLimits | null;
  change: (limits: WorkLimits | null) => void;
}) {
  const t = useMessages(messages);
  const now = limits ?? NONE;
  return (
    <fieldset className="stack tight">
      <legend className="small muted">{`${t.limits} · ${name}`}</legend>
      <div className="row wrap">
        {NAMES.map((one) => (
          <Field key={one} label={t[one]}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={1}
                max={MOST}
                value={now[one] === null ? null : now[one] / MINUTE}
                onChange={(minutes) => {
                  const next = { ...now, [one]: minutes === null ? null : Math.round(minutes * MINUTE) };
                  change(NAMES.every((each) => next[each] === null) ? null : next);
                }}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
