import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { useColleagues } from "../../api/colleagues";
import { useSession } from "../../api/session";
import type { ConversationView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { useAct } from "./useConversation";

const NOBODY = "nobody";

/** To a colleague or a team, with what they should know; or back to everybody. */
export function GiveDialog({ view, onClose }: { view: ConversationView; onClose: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const me = useSession().id;
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const act = useAct(view.item.id);
  const known = useColleagues(view.item.shop);
  const give = () => {
    const [kind = "", id = ""] = (to ?? "").split(/:(.*)/s);
    act.mutate(
      {
        what: "assignment",
        body: {
          to: kind === "person" ? id : null,
          team: kind === "team" ? id : null,
          note: note.trim() === "" ? null : note.trim(),
        },
      },
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
        <Field label={t.givenTo}>
          {(ids) => (
            <Select
              {...ids}
              autoFocus
              showSearch={{ optionFilterProp: "label" }}
              style={{ width: "100%" }}
              value={to}
              onChange={setTo}
              options={[
                ...(view.item.agentId === null ? [] : [{ value: NOBODY, label: t.giveBack }]),
                {
                  label: t.toColleague,
                  options: (known.data?.people ?? [])
                    .filter((one) => one.id !== me)
                    .map((one) => ({ value: `person:${one.id}`, label: one.name })),
                },
                {
                  label: t.toTeam,
                  options: (known.data?.teams ?? []).map((one) => ({
                    value: `team:${one.id}`,
                    label: spoken === "zh" ? one.nameZh : one.nameEn,
                  })),
                },
              ]}
            />
          )}
        </Field>
        <Field label={t.giveNote} hint={t.giveNoteHint}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              maxLength={1000}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={known.error ?? act.error} />
      </div>
    </Modal>
  );
}
