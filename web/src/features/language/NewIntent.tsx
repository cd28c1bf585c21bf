import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

export function NewIntent({
  shop,
  onClose,
  onCreated,
}: {
  shop: string;
  onClose: () => void;
  onCreated: (key: string) => void;
}) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [key, setKey] = useState("");
  const [nameZh, setNameZh] = useState("");
  const [nameEn, setNameEn] = useState("");
  const save = useMutation({
    mutationFn: () =>
      api.put(`/api/v1/shops/${shop}/intents/${encodeURIComponent(key.trim())}`, { nameZh, nameEn }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["intents", shop] });
      void queries.invalidateQueries({ queryKey: ["language-models", shop] });
      onCreated(key.trim());
    },
  });
  const fields = [
    [t.key, t.keyHint, key, setKey],
    [t.nameZh, undefined, nameZh, setNameZh],
    [t.nameEn, undefined, nameEn, setNameEn],
  ] as const;
  return (
    <Modal
      open
      title={t.create}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: fields.some(([, , value]) => value.trim() === "") }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {fields.map(([label, hint, value, set]) => (
          <Field key={label} label={label} {...(hint === undefined ? {} : { hint })}>
            {(ids) => <Input {...ids} value={value} onChange={(e) => set(e.target.value)} />}
          </Field>
        ))}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
