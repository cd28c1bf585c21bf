import { Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { WorkHours } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { put } from "./arrange";
import { messages, weekdays } from "./messages";

type Shift = WorkHours["shifts"][number];
type Day = Shift["days"][number];

const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"] as const;
const FRESH: Shift = { days: [...DAYS], from: "09:00", to: "18:00" };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function HoursForm({
  known,
  onClose,
  onSave,
}: {
  known: WorkHours | null;
  onClose: () => void;
  onSave: (hours: WorkHours) => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [zone, setZone] = useState(known?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [shifts, setShifts] = useState<Shift[]>(known?.shifts ?? [FRESH]);
  const [holidays, setHolidays] = useState<string[]>(known?.holidays ?? []);
  const [makeUpDays, setMakeUpDays] = useState<Record<string, Day>>(known?.makeUpDays ?? {});
  const [day, setDay] = useState("");
  const [as, setAs] = useState<Day>("MONDAY");
  const dayOptions = DAYS.map((value) => ({ value, label: weekdays[value][spoken] }));
  const whole = shifts.length > 0 && shifts.every((shift) => shift.days.length > 0 && shift.from && shift.to);
  return (
    <Modal
      open
      title={t.hours}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !whole }}
      mask={{ closable: false }}
      onOk={() => onSave({ zone, shifts, holidays, makeUpDays })}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.zone}>
          {(ids) => (
            <Select
              {...ids}
              showSearch
              value={zone}
              onChange={setZone}
              options={Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
        {shifts.map((shift, at) => {
          const change = (part: Partial<Shift>) => setShifts(put(shifts, at, { ...shift, ...part }));
          return (
            <div className="row wrap" key={at}>
              <Select
                aria-label={t.days}
                mode="multiple"
                className="grow"
                value={shift.days}
                onChange={(days) => change({ days })}
                options={dayOptions}
              />
              {(["from", "to"] as const).map((end) => (
                <Input
                  key={end}
                  type="time"
                  aria-label={end === "from" ? t.from : t.endsAt}
                  style={{ width: 110 }}
                  value={shift[end].slice(0, "09:00".length)}
                  onChange={(event) => change({ [end]: event.target.value })}
                />
              ))}
              <Button
                size="small"
                danger
                onClick={() => setShifts(shifts.filter((_, index) => index !== at))}
              >
                {t.remove}
              </Button>
            </div>
          );
        })}
        <Button onClick={() => setShifts([...shifts, FRESH])}>{t.addShift}</Button>
        <Field label={t.holidays} hint={t.dayHint}>
          {(ids) => (
            <Select
              {...ids}
              mode="tags"
              open={false}
              suffix={null}
              value={holidays}
              onChange={(days) => setHolidays(days.filter((one) => DATE.test(one)))}
            />
          )}
        </Field>
        <Field label={t.makeUp}>
          {(ids) => (
            <div className="row wrap">
              <Input
                {...ids}
                type="date"
                style={{ width: 150 }}
                value={day}
                onChange={(event) => setDay(event.target.value)}
              />
              <Select aria-label={t.makeUpAs} value={as} onChange={setAs} options={dayOptions} />
              <Button
                disabled={day === ""}
                onClick={() => {
                  setMakeUpDays({ ...makeUpDays, [day]: as });
                  setDay("");
                }}
              >
                {t.addDay}
              </Button>
            </div>
          )}
        </Field>
        {Object.entries(makeUpDays).map(([one, weekday]) => (
          <span className="row" key={one}>
            <span className="nums">{`${one} · ${weekdays[weekday][spoken]}`}</span>
            <Button
              size="small"
              danger
              onClick={() =>
                setMakeUpDays(Object.fromEntries(Object.entries(makeUpDays).filter(([each]) => each !== one)))
              }
            >
              {t.remove}
            </Button>
          </span>
        ))}
      </div>
    </Modal>
  );
}
