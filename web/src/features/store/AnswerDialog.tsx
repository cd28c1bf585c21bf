import { useMutation } from "@tanstack/react-query";
import { Input, InputNumber, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { StoreTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

/** Yes or no, with what is on the shelf. */
export function AnswerDialog({ task, yes, onClose }: { task: StoreTask; yes: boolean; onClose: () => void }) {
  const t = useMessages(messages);
  const wanted = task.replacement?.items ?? [];
  const [counts, setCounts] = useState<Record<string, number | null>>({});
  const [note, setNote] = useState("");
  const counted = wanted.flatMap(({ sku }) => {
    const qty = counts[sku];
    return qty === undefined || qty === null ? [] : [{ sku, qty }];
  });
  const answer = useMutation({
    mutationFn: () =>
      api.put(
        `/api/v1/cases/${task.caseId}/store-${yes ? "confirmation" : "denial"}`,
        { counted, note: note.trim() === "" ? null : note.trim() },
        { ifMatch: task.version },
      ),
    onSuccess: onClose,
  });
  const missing = yes && counted.length < wanted.length;
  return (
    <Modal
      open
      title={yes ? t.confirmTitle(task.caseNo) : t.denyTitle(task.caseNo)}
      okText={yes ? t.yes : t.no}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing, title: missing ? t.needCount : undefined }}
      confirmLoading={answer.isPending}
      mask={{ closable: false }}
      onOk={() => answer.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{yes ? t.confirmMeans : t.denyMeans}</p>
        {wanted.map(({ sku, title }) => (
          <Field key={sku} label={t.countOf(sku)} hint={title}>
            {(ids) => (
              <InputNumber
                {...ids}
                min={0}
                max={99999}
                precision={0}
                inputMode="numeric"
                value={counts[sku] ?? null}
                onChange={(qty) => setCounts({ ...counts, [sku]: qty })}
              />
            )}
          </Field>
        ))}
        <Field label={t.note}>
          {(ids) => (
            <Input {...ids} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <ProblemNote error={answer.error} />
      </div>
    </Modal>
  );
}
