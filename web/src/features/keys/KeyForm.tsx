import { useMutation } from "@tanstack/react-query";
import { Checkbox, Input, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { serverNow } from "../../api/clock";
import { newId } from "../../api/id";
import { permissionGroups } from "../../api/permissions";
import { useSession } from "../../api/session";
import type { KeyView, Permission } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

const DAY = 24 * 3600_000;

export function KeyForm({ onClose, onSaved }: { onClose: () => void; onSaved: (key: KeyView) => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const me = useSession();
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<Permission[]>([]);
  const [everywhere, setEverywhere] = useState(false);
  const [shops, setShops] = useState(me.shops.slice(0, 1).map((shop) => shop.id));
  const [days, setDays] = useState(365);
  const save = useMutation({
    mutationFn: () =>
      api.put<KeyView>(`/api/v1/keys/${id}`, {
        name: name.trim(),
        scopes,
        shops: everywhere ? null : shops,
        expiresAt: days === 0 ? null : new Date(serverNow() + days * DAY).toISOString(),
      }),
    onSuccess: onSaved,
  });
  const missing =
    name.trim() === ""
      ? t.needName
      : scopes.length === 0
        ? t.needScope
        : !everywhere && shops.length === 0
          ? t.needShop
          : null;
  return (
    <Modal
      open
      title={t.create}
      okText={t.create}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== null, title: missing ?? undefined }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.name} hint={t.nameHint}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={100}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </Field>
        <Field label={t.scopes}>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              value={scopes}
              onChange={setScopes}
              showSearch={{ optionFilterProp: "label" }}
              options={permissionGroups
                .flatMap((group) => group.rights)
                .filter((right) => me.permissions.includes(right.id))
                .map((right) => ({ value: right.id, label: `${right[spoken]} (${right.id})` }))}
            />
          )}
        </Field>
        <Checkbox checked={everywhere} onChange={(e) => setEverywhere(e.target.checked)}>
          {t.allShops}
        </Checkbox>
        {!everywhere && (
          <Field label={t.shops}>
            {(ids) => (
              <Select
                {...ids}
                mode="multiple"
                value={shops}
                onChange={setShops}
                options={me.shops.map((shop) => ({ value: shop.id, label: shop.name }))}
              />
            )}
          </Field>
        )}
        <Field label={t.expires}>
          {(ids) => (
            <Select
              {...ids}
              value={days}
              onChange={setDays}
              options={[30, 90, 365, 0].map((each) => ({
                value: each,
                label: each === 0 ? t.never : t.days(each),
              }))}
            />
          )}
        </Field>
        {missing !== null && <p className="small muted">{missing}</p>}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
