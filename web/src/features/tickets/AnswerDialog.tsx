import { useMutation } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { api } from "../../api/client";
import { useMessages } from "../../i18n";
import { useDraft } from "../../ui/drafts";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

/** A department's answer, or what it needs to know first; kept until it has arrived. */
export function AnswerDialog({
  id,
  kind,
  done,
  onClose,
}: {
  id: string;
  kind: "answer" | "question";
  done: () => Promise<void>;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const draft = useDraft(`ticket-request:${id}:${kind}`);
  const act = useMutation({
    mutationFn: () => api.put(`/api/v1/ticket-requests/${id}/${kind}`, { text: draft.text.trim() }),
    onSuccess: async () => {
      draft.done();
      await done();
      onClose();
    },
  });
  const asking = kind === "question";
  return (
    <Modal
      open
      title={asking ? t.askBack : t.answer}
      okText={asking ? t.askBack : t.answer}
      cancelText={t.cancel}
      okButtonProps={{ disabled: draft.text.trim() === "" }}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={() => act.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={asking ? t.askBackLabel : t.answerLabel} {...(asking ? { hint: t.askBackHint } : {})}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              maxLength={4000}
              autoSize={{ minRows: 3, maxRows: 10 }}
              value={draft.text}
              onChange={(event) => draft.write(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}
