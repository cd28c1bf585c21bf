import { useMutation } from "@tanstack/react-query";
import { Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { PlatformAlert } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

/** Somebody has compared both sides, and says which holds. */
export function CloseAlert({
  shop,
  alert,
  onClose,
  done,
}: {
  shop: string;
  alert: PlatformAlert;
  onClose: () => void;
  done: () => Promise<unknown>;
}) {
  const t = useMessages(messages);
  const [note, setNote] = useState("");
  const [adoptPlatform, setAdopt] = useState(false);
  const close = useMutation({
    mutationFn: () =>
      api.put<PlatformAlert>(`/api/v1/shops/${shop}/platform-alerts/${alert.id}/closure`, {
        note: note.trim() === "" ? null : note.trim(),
        adoptPlatform,
      }),
    onSuccess: async () => {
      onClose();
      await done();
    },
  });
  return (
    <Modal
      open
      title={t.closeTitle}
      okText={t.close}
      cancelText={t.cancel}
      confirmLoading={close.isPending}
      mask={{ closable: false }}
      onOk={() => close.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <div>
          {alert.text}
          <div className="small muted">
            {alert.platformName} <span className="mono">{alert.externalId}</span> · {alert.detail}
          </div>
        </div>
        <Field label={t.note}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              rows={3}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {alert.caseId !== null && (
          <div>
            <Checkbox checked={adoptPlatform} onChange={(event) => setAdopt(event.target.checked)}>
              {t.adopt}
            </Checkbox>
            <div className="small muted">{t.adoptHint}</div>
          </div>
        )}
        <ProblemNote error={close.error} />
      </div>
    </Modal>
  );
}
