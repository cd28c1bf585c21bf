import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { PolicyDraft, PolicyVersion } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { policyPath } from "./usePolicy";

/** The number and the revision are those that were looked at, so nothing unseen is published. */
export function PublishDialog({
  shop,
  draft,
  onClose,
  onPublished,
}: {
  shop: string;
  draft: PolicyDraft;
  onClose: () => void;
  onPublished: () => void;
}) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [later, setLater] = useState(false);
  const [from, setFrom] = useState("");
  const [note, setNote] = useState("");
  const publish = useMutation({
    mutationFn: () =>
      api.put<PolicyVersion>(
        policyPath(shop, `/versions/${draft.nextVersion}`),
        {
          from: later ? new Date(from).toISOString() : null,
          note: note.trim() === "" ? null : note.trim(),
        },
        { ifMatch: draft.revision },
      ),
    onSuccess: async () => {
      void toast.success(t.published);
      await queries.invalidateQueries({ queryKey: ["policy", shop] });
      onPublished();
    },
  });
  return (
    <Modal
      open
      title={t.publishTitle(draft.nextVersion)}
      okText={t.publish}
      cancelText={t.cancel}
      okButtonProps={{ disabled: later && from === "" }}
      confirmLoading={publish.isPending}
      onOk={() => publish.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="muted">{t.publishHint}</p>
        <ul className="policy-differences">
          {draft.differences.map((one) => (
            <li key={one.pointer}>
              {one.what}: {one.was ?? "–"} → <strong>{one.becomes ?? "–"}</strong>
            </li>
          ))}
        </ul>
        <Radio.Group
          aria-label={t.from}
          value={later}
          onChange={(event) => setLater(event.target.value as boolean)}
          options={[
            { value: false, label: t.atOnce },
            { value: true, label: t.later },
          ]}
        />
        {later && (
          <Field label={t.from}>
            {(ids) => (
              <Input {...ids} type="datetime-local" value={from} onChange={(e) => setFrom(e.target.value)} />
            )}
          </Field>
        )}
        <Field label={t.note}>
          {(ids) => (
            <Input.TextArea {...ids} maxLength={500} value={note} onChange={(e) => setNote(e.target.value)} />
          )}
        </Field>
        <ProblemNote error={publish.error} />
      </div>
    </Modal>
  );
}
