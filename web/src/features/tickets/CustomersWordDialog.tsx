import { Input, Modal, Radio } from "antd";
import { useState } from "react";
import type { TicketView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { useTicketAct } from "./useTickets";

/** Whether it is solved, by the customer's word: that closes the ticket, or it goes on. */
export function CustomersWordDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const t = useMessages(messages);
  const act = useTicketAct(view);
  const [solved, setSolved] = useState(true);
  const [note, setNote] = useState("");
  return (
    <Modal
      open
      title={t.close}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={() =>
        act.mutate({ what: "customers-word", body: { solved, note: note.trim() } }, { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <div className="stack">
        <Radio.Group
          aria-label={t.close}
          value={solved}
          onChange={(event) => setSolved(event.target.value === true)}
          options={[
            { value: true, label: t.solved },
            { value: false, label: t.unsolved },
          ]}
        />
        <Field label={t.word}>
          {(ids) => (
            <Input {...ids} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}
