import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { GatewayConnection, GatewayKind } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { SettingFields } from "../../ui/SettingFields";
import { gatewayNames, messages, settingNames } from "./messages";

/** How to reach a gateway and what it serves. */
export function GatewayForm({
  shop,
  kinds,
  before,
  onClose,
}: {
  shop: string;
  kinds: GatewayKind[];
  before: GatewayConnection | null;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(kinds[0]);
  const [tenders, setTenders] = useState<string[]>(before?.tenders ?? chosen?.tenders ?? []);
  const [settings, setSettings] = useState<Record<string, string>>(before?.settings ?? {});
  const save = useMutation({
    mutationFn: () =>
      api.put<GatewayConnection>(`/api/v1/shops/${shop}/payment-gateways/${chosen?.kind}`, {
        tenders,
        settings,
      }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ["gateways", shop] });
    },
  });
  const named = (kind: string) => gatewayNames[kind]?.[spoken] ?? kind;
  return (
    <Modal
      open
      title={before === null ? t.connect : named(before.kind)}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: chosen === undefined }}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {before === null && (
          <Field label={t.gateway}>
            {(ids) => (
              <Select
                {...ids}
                value={chosen?.kind}
                onChange={(next) => {
                  const kind = kinds.find((one) => one.kind === next);
                  setChosen(kind);
                  setTenders(kind?.tenders ?? []);
                  setSettings({});
                }}
                options={kinds.map((one) => ({ value: one.kind, label: named(one.kind) }))}
              />
            )}
          </Field>
        )}
        <Field label={t.tenders} hint={t.tendersHint}>
          {(ids) => (
            <Select {...ids} mode="tags" open={false} suffix={null} value={tenders} onChange={setTenders} />
          )}
        </Field>
        {chosen !== undefined && (
          <SettingFields
            fields={chosen.fields}
            names={settingNames}
            set={before?.secrets ?? []}
            values={settings}
            onChange={setSettings}
          />
        )}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
