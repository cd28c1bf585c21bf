import { Button, Input, InputNumber, Modal, Segmented } from "antd";
import { useState } from "react";
import type { TicketSettings } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { settingsMessages } from "./settingsMessages";

type Outside = TicketSettings["outside"][number];

const FRESH: Outside = { id: "", name: "", email: "", lang: "zh", limitMinutes: 480 };

/** Parties that are not of the house, asked by mail. */
export function OutsidePanel({ outside, change }: { outside: Outside[]; change: (to: Outside[]) => void }) {
  const t = useMessages(settingsMessages);
  const [editing, setEditing] = useState<number | null>(null);
  const known = editing === null ? undefined : outside[editing];
  return (
    <Panel
      title={t.outside}
      extra={<Button onClick={() => setEditing(outside.length)}>{t.addOutside}</Button>}
    >
      <p className="muted small">{t.outsideHint}</p>
      <ul className="ticket-lines">
        {outside.map((one, at) => (
          <li key={one.id}>
            <strong>{one.name}</strong>
            <span className="muted">{one.email}</span>
            <span className="grow" />
            <Button size="small" onClick={() => setEditing(at)}>
              {t.edit}
            </Button>
            <Button size="small" onClick={() => change(outside.filter((other) => other !== one))}>
              {t.remove}
            </Button>
          </li>
        ))}
      </ul>
      {editing !== null && (
        <OutsideForm
          known={known}
          onClose={() => setEditing(null)}
          onSave={(one) => {
            change(
              known === undefined ? [...outside, one] : outside.map((old) => (old === known ? one : old)),
            );
            setEditing(null);
          }}
        />
      )}
    </Panel>
  );
}

function OutsideForm({
  known,
  onClose,
  onSave,
}: {
  known: Outside | undefined;
  onClose: () => void;
  onSave: (one: Outside) => void;
}) {
  const t = useMessages(settingsMessages);
  const [one, setOne] = useState(known ?? FRESH);
  const set = (part: Partial<Outside>) => setOne({ ...one, ...part });
  const ready = /^[a-z0-9][a-z0-9-]{0,39}$/.test(one.id) && one.name.trim() !== "" && one.email.includes("@");
  return (
    <Modal
      open
      title={known === undefined ? t.addOutside : t.edit}
      okText={t.done}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !ready }}
      mask={{ closable: false }}
      onOk={() => onSave(one)}
      onCancel={onClose}
    >
      <div className="stack">
        {(["name", "id", "email"] as const).map((name) => (
          <Field key={name} label={t[name]}>
            {(ids) => (
              <Input
                {...ids}
                value={one[name]}
                disabled={name === "id" && known !== undefined}
                onChange={(event) => set({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Segmented
          aria-label={t.lang}
          value={one.lang}
          onChange={(lang) => set({ lang })}
          options={[
            { value: "zh", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
        <Field label={t.limitMinutes}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={5}
              precision={0}
              value={one.limitMinutes}
              onChange={(value) => set({ limitMinutes: value ?? FRESH.limitMinutes })}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
