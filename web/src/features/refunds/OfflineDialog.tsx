import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import type { RefundItem } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

const FIELDS = ["accountName", "bank", "accountNumber"] as const;

/** Asks for a transfer; a colleague confirms it. */
export function OfflineDialog({ item, onClose }: { item: RefundItem; onClose: () => void }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [id] = useState(newId);
  const [account, setAccount] = useState({ accountName: "", bank: "", accountNumber: "" });
  const ask = useMutation({
    mutationFn: () =>
      api.put(`/api/v1/cases/${item.caseId}/offline-payments/${id}`, account, {
        ifMatch: item.caseVersion,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["refunds"] });
      onClose();
    },
  });
  const missing = FIELDS.some((field) => account[field].trim() === "") ? t.needAll : null;
  return (
    <Modal
      open
      title={t.offline}
      okText={t.offline}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== null, title: missing ?? undefined }}
      confirmLoading={ask.isPending}
      mask={{ closable: false }}
      onOk={() => ask.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{t.accountHint}</p>
        {FIELDS.map((field, index) => (
          <Field key={field} label={t[field]}>
            {(ids) => (
              <Input
                {...ids}
                autoFocus={index === 0}
                autoComplete="off"
                maxLength={field === "accountNumber" ? 64 : 100}
                value={account[field]}
                onChange={(event) => setAccount({ ...account, [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {missing !== null && <p className="small muted">{missing}</p>}
        <ProblemNote error={ask.error} />
      </div>
    </Modal>
  );
}
