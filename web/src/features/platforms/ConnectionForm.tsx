import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Modal, Select, Switch } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { PlatformConnection, PlatformKind } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { SettingFields } from "../../ui/SettingFields";
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
        {kind !== undefined && (
          <SettingFields
            fields={kind.fields}
            names={settingNames}
            set={before?.secrets ?? []}
            values={settings}
            onChange={setSettings}
          />
        )}
        <Field label={t.paused}>
          {(ids) => <Switch {...ids} style={{ width: 44 }} checked={paused} onChange={setPaused} />}
        </Field>
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
