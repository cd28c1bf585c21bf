import { useMutation } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useMessages, type Messages } from "../i18n";
import { Field } from "./Field";
import { ProblemNote } from "./ProblemNote";

const messages = {
  cancel: { zh: "取消", en: "Cancel" },
  needed: { zh: "请填写内容", en: "Write something first" },
} satisfies Messages;

/** An act that needs one word or one line. */
export function WordDialog({
  title,
  label,
  hint,
  send,
  onClose,
}: {
  title: string;
  label: string;
  hint?: string | undefined;
  send: (word: string) => Promise<void>;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const [word, setWord] = useState("");
  const act = useMutation({ mutationFn: () => send(word.trim()), onSuccess: onClose });
  const empty = word.trim() === "";
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t.cancel}
      okButtonProps={{ disabled: empty, title: empty ? t.needed : undefined }}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={() => act.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={label} {...(hint === undefined ? {} : { hint })}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={2000}
              value={word}
              onChange={(event) => setWord(event.target.value)}
              onPressEnter={() => {
                if (!empty) act.mutate();
              }}
            />
          )}
        </Field>
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}
