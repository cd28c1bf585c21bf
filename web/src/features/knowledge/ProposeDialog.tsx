import { useMutation } from "@tanstack/react-query";
import { App, Input, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import type { Talk } from "../../api/talk";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

const LONGEST_QUESTION = 200;
const CHINESE = /\p{Script=Han}/u;

/** The customer's question and the answer it got, ready to be sent for review. */
export function ProposeDialog({ talk, onClose }: { talk: Talk; onClose: () => void }) {
  const t = useMessages(messages);
  const { message: toast } = App.useApp();
  const [id] = useState(newId);
  const [question, setQuestion] = useState((talk.asked ?? "").slice(0, LONGEST_QUESTION));
  const [answer, setAnswer] = useState(talk.answered ?? "");
  const ready = question.trim() !== "" && answer.trim() !== "";
  const propose = useMutation({
    mutationFn: () =>
      api.put(`/api/v1/shops/${talk.shop}/article-proposals/${id}`, {
        language: CHINESE.test(question) ? "zh" : "en",
        question,
        answer,
        conversation: talk.conversation,
      }),
    onSuccess: () => {
      void toast.success(t.proposed);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t.propose}
      okText={t.propose}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !ready, loading: propose.isPending }}
      onOk={() => propose.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{t.proposeHint}</p>
        <Field label={t.question}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={LONGEST_QUESTION}
              value={question}
              onChange={(e) => setQuestion(e.target.value)}
            />
          )}
        </Field>
        <Field label={t.answer} hint={t.answerHint}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: 4, maxRows: 12 }}
              maxLength={10_000}
              value={answer}
              onChange={(e) => setAnswer(e.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={propose.error} />
      </div>
    </Modal>
  );
}
