import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, Modal, Select, Switch } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { PlatformConnection, PlatformKind } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages, settingNames } from "./messages";

/** How to reach a platform; a secret that is set shows only that it is, and stays when left empty. */
export function ConnectionForm({
  shop,
  kinds,
  before,
  connected,
  onClose,
}: {
  shop: string;
  kinds: PlatformKind[];
  before: PlatformConnection | null;
  connected: string[];
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const free = kinds.filter((kind) => kind.connectable && !connected.includes(kind.platform));
  const [platform, setPlatform] = useState(before?.platform ?? free[0]?.platform);
  const [settings, setSettings] = useState<Record<string, string>>(before?.settings ?? {});
  const [paused, setPaused] = useState(before?.paused ?? false);
  const kind = kinds.find((one) => one.platform === platform);
  const save = useMutation({
    mutationFn: () =>
      api.put<PlatformConnection>(`/api/v1/shops/${shop}/platforms/${platform}`, { settings, paused }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ["platforms", shop] });
    },
  });
  return (
    <Modal
      open
      title={before?.name ?? t.connect}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: kind === undefined }}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {before === null && (
          <Field label={t.platform}>
            {(ids) => (
              <Select
                {...ids}
                value={platform}
                onChange={(next) => {
                  setPlatform(next);
                  setSettings({});
                }}
                options={kinds.map((one) => ({
                  value: one.platform,
                  label: one.connectable ? one.name : `${one.name} (${t.notYet})`,
                  disabled: !free.includes(one),
                }))}
              />
            )}
          </Field>
        )}
        {kind?.fields.map((field) => {
          const name = settingNames[field.name]?.[spoken] ?? field.name;
          const set = before?.secrets.includes(field.name) ?? false;
          const change = (value: string) => setSettings({ ...settings, [field.name]: value });
          return (
            <Field
              key={field.name}
              label={field.required ? name : `${name} (${t.optional})`}
              {...(set ? { hint: t.kept } : {})}
            >
              {(ids) =>
                field.secret ? (
                  <Input.Password
                    {...ids}
                    autoComplete="new-password"
                    value={settings[field.name] ?? ""}
                    onChange={(event) => change(event.target.value)}
                  />
                ) : (
                  <Input
                    {...ids}
                    value={settings[field.name] ?? ""}
                    onChange={(event) => change(event.target.value)}
                  />
                )
              }
            </Field>
          );
        })}
        <Field label={t.paused}>
          {(ids) => <Switch {...ids} style={{ width: 44 }} checked={paused} onChange={setPaused} />}
        </Field>
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
