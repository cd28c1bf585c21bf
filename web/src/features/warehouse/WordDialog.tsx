import { useMutation } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { WarehouseTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

/** An act that needs a reason, or may have one. */
export function WordDialog({
  task,
  path,
  title,
  means,
  ok,
  cancel,
  needed,
  onClose,
}: {
  task: WarehouseTask;
  path: string;
  title: string;
  means: string;
  ok: string;
  cancel: string;
  /** Why it cannot be sent without a word; null where it can. */
  needed: string | null;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const [note, setNote] = useState("");
  const act = useMutation({
    mutationFn: () =>
      api.put(
        `/api/v1/cases/${task.caseId}/${path}`,
        { note: note.trim() === "" ? null : note.trim() },
        { ifMatch: task.version },
      ),
    onSuccess: onClose,
  });
  const missing = needed !== null && note.trim() === "" ? needed : undefined;
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={cancel}
      okButtonProps={{ disabled: missing !== undefined, title: missing }}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={() => act.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{means}</p>
        <Field label={t.why}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}
