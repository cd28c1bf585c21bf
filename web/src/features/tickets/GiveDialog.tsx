import { Input, Modal } from "antd";
import { useState } from "react";
import type { TicketView } from "../../api/views";
import { useMessages } from "../../i18n";
import { chosenOf, ColleagueSelect } from "../../ui/ColleagueSelect";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { useTicketAct, useTicketSettings } from "./useTickets";

/** To a colleague or to a team: exactly one owner. */
export function GiveDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const t = useMessages(messages);
  const known = useTicketSettings(view.item.shop);
  const act = useTicketAct(view);
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const { staff, team } = view.item.owner;
  const give = () => {
    const chosen = chosenOf(to);
    act.mutate(
      { what: "owner", body: { owner: { staff: chosen.person, team: chosen.team }, note: note.trim() } },
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
            <ColleagueSelect
              ids={ids}
              people={(known.data?.people ?? []).filter((one) => one.id !== staff)}
              teams={(known.data?.teams ?? []).filter((one) => one.id !== team)}
              value={to}
              onChange={setTo}
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
