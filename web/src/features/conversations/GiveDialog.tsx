import { Input, Modal } from "antd";
import { useState } from "react";
import { useColleagues } from "../../api/colleagues";
import { useSession } from "../../api/session";
import type { ConversationView } from "../../api/views";
import { useMessages } from "../../i18n";
import { chosenOf, ColleagueSelect } from "../../ui/ColleagueSelect";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { useAct } from "./useConversation";

const NOBODY = "nobody";

/** To a colleague or a team, with what they should know; or back to everybody. */
export function GiveDialog({ view, onClose }: { view: ConversationView; onClose: () => void }) {
  const t = useMessages(messages);
  const me = useSession().id;
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const act = useAct(view.item.id);
  const known = useColleagues(view.item.shop);
  const give = () => {
    const { person, team } = chosenOf(to);
    act.mutate(
      {
        what: "assignment",
        body: {
          to: person,
          team,
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
            <ColleagueSelect
              ids={ids}
              people={(known.data?.people ?? []).filter((one) => one.id !== me)}
              teams={known.data?.teams ?? []}
              besides={view.item.agentId === null ? [] : [{ value: NOBODY, label: t.giveBack }]}
              value={to}
              onChange={setTo}
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
