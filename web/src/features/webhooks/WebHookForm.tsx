import { useMutation } from "@tanstack/react-query";
import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import type { SubscriptionView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

export function WebHookForm({
  path,
  known,
  before,
  onClose,
  onSaved,
}: {
  path: string;
  known: readonly string[];
  before: SubscriptionView | null;
  onClose: () => void;
  onSaved: (view: SubscriptionView) => void;
}) {
  const t = useMessages(messages);
  const [id] = useState(() => before?.id ?? newId());
  const [url, setUrl] = useState(before?.url ?? "");
  const [types, setTypes] = useState<string[]>(before?.types ?? ["aftersales.*"]);
  const save = useMutation({
    mutationFn: () =>
      api.put<SubscriptionView>(
        `${path}/${id}`,
        { url, types, active: before?.active ?? true },
        before === null ? {} : { ifMatch: before.version },
      ),
    onSuccess: onSaved,
  });
  return (
    <Modal
      open
      title={before === null ? t.create : t.change}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: url.trim() === "" || types.length === 0 }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.url} hint={t.urlHint}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              placeholder="https://erp.example.com/anxin"
              value={url}
              onChange={(e) => setUrl(e.target.value)}
            />
          )}
        </Field>
        <Field label={t.types} hint={t.typesHint}>
          {(ids) => (
            <Select
              {...ids}
              mode="tags"
              value={types}
              onChange={setTypes}
              options={["aftersales.*", ...known].map((one) => ({ value: one, label: one }))}
            />
          )}
        </Field>
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
