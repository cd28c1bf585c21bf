import { Input, Modal, Select } from "antd";
import { useState } from "react";
import type { TicketView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { useTicketAct, useTicketSettings } from "./useTickets";

/** To a colleague or to a team: exactly one owner. */
export function GiveDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const known = useTicketSettings(view.item.shop);
  const act = useTicketAct(view);
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const { staff, team } = view.item.owner;
  const give = () => {
    const [kind, id] = (to ?? "").split(/:(.*)/s);
    act.mutate(
      { what: "owner", body: { owner: kind === "staff" ? { staff: id } : { team: id }, note: note.trim() } },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      open
      title={t.give}
      okText={t.give}
      cancelText={t.cancel}
      okButtonProps={{ disabled: to === null }}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={give}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.giveTo}>
          {(ids) => (
            <Select
              {...ids}
              autoFocus
              showSearch={{ optionFilterProp: "label" }}
              value={to}
              onChange={setTo}
              options={[
                {
                  label: t.colleagues,
                  options: (known.data?.people ?? [])
                    .filter((one) => one.id !== staff)
                    .map((one) => ({ value: `staff:${one.id}`, label: one.name })),
                },
                {
                  label: t.teams,
                  options: (known.data?.teams ?? [])
                    .filter((one) => one.id !== team)
                    .map((one) => ({
                      value: `team:${one.id}`,
                      label: spoken === "zh" ? one.nameZh : one.nameEn,
                    })),
                },
              ]}
            />
          )}
        </Field>
        <Field label={t.note}>
          {(ids) => (
            <Input {...ids} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <ProblemNote error={known.error ?? act.error} />
      </div>
    </Modal>
  );
}
