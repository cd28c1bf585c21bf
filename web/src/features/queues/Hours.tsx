import { Button } from "antd";
import { useState } from "react";
import type { WorkHours } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Facts, Panel } from "../../ui/Panel";
import { HoursForm } from "./HoursForm";
import { messages, weekdays } from "./messages";

const MINUTES = "09:00".length;

export function Hours({ of, change }: { of: WorkHours | null; change: (hours: WorkHours | null) => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={t.hours}
      extra={
        <span className="row">
          {of !== null && <Button onClick={() => change(null)}>{t.noHours}</Button>}
          <Button onClick={() => setOpen(true)}>{t.edit}</Button>
        </span>
      }
    >
      <div className="stack">
        <p className="muted small">{t.hoursHint}</p>
        {of === null ? (
          <p>{t.always24}</p>
        ) : (
          <Facts
            of={[
              [t.zone, of.zone],
              ...of.shifts.map(
                (shift) =>
                  [
                    shift.days.map((day) => weekdays[day][spoken]).join(" "),
                    <span key="time" className="nums">
                      {`${shift.from.slice(0, MINUTES)} – ${shift.to.slice(0, MINUTES)}`}
                    </span>,
                  ] as const,
              ),
              [t.holidays, of.holidays.toSorted().join(" · ")],
              [
                t.makeUp,
                Object.entries(of.makeUpDays)
                  .map(([day, as]) => `${day} (${weekdays[as][spoken]})`)
                  .join(" · "),
              ],
            ]}
          />
        )}
      </div>
      {open && (
        <HoursForm
          known={of}
          onClose={() => setOpen(false)}
          onSave={(hours) => {
            setOpen(false);
            change(hours);
          }}
        />
      )}
    </Panel>
  );
}
