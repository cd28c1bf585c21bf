import { useMutation } from "@tanstack/react-query";
import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { ChannelsView, ChannelView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { fieldNames, kindNames, messages } from "./messages";

export function ChannelForm({
  path,
  kinds,
  connected,
  onClose,
  onSaved,
}: {
  path: string;
  kinds: ChannelsView["kinds"];
  connected: ChannelView | undefined;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [kind, setKind] = useState(connected?.kind ?? kinds[0]?.kind ?? "");
  const [settings, setSettings] = useState<Record<string, string>>(connected?.settings ?? {});
  const fields = kinds.find((one) => one.kind === kind)?.fields ?? [];
  const save = useMutation({
    mutationFn: () =>
      api.put(path, {
        kind,
        settings: Object.fromEntries(fields.map((one) => [one.name, settings[one.name] ?? ""])),
      }),
    onSuccess: onSaved,
  });
  const hint = (field: (typeof fields)[number]) =>
    field.secret && connected?.kind === kind && connected.secrets.includes(field.name)
      ? t.kept
      : field.required
        ? undefined
        : t.optional;
  return (
    <Modal
      open
      title={t.connect}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {kinds.length > 1 && (
          <Field label={t.carrier}>
            {(ids) => (
              <Select
                {...ids}
                value={kind}
                onChange={setKind}
                options={kinds.map((one) => ({
                  value: one.kind,
                  label: kindNames[one.kind]?.[spoken] ?? one.kind,
                }))}
              />
            )}
          </Field>
        )}
        {fields.map((field) => {
          const more = hint(field);
          return (
            <Field
              key={field.name}
              label={fieldNames[field.name]?.[spoken] ?? field.name}
              {...(more === undefined ? {} : { hint: more })}
            >
              {(ids) => (
                <Input
                  {...ids}
                  type={field.secret ? "password" : "text"}
                  autoComplete="off"
                  value={settings[field.name] ?? ""}
                  onChange={(e) => setSettings({ ...settings, [field.name]: e.target.value })}
                />
              )}
            </Field>
          );
        })}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
