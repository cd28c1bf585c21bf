import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Checkbox, Input, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { permissionGroups } from "../../api/permissions";
import { useSession } from "../../api/session";
import type { Permission, RoleView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { ownId } from "./own";

const TIERS = ["L1", "L2", "L3", "L4", "L5"];

export function RoleForm({ role, onClose }: { role: RoleView | null; onClose: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const me = useSession();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [shop, setShop] = useState(role?.shop ?? me.shops[0]?.id ?? "");
  const [id, setId] = useState(role?.id.split(":")[1] ?? "");
  const [nameZh, setNameZh] = useState(role?.nameZh ?? "");
  const [nameEn, setNameEn] = useState(role?.nameEn ?? "");
  const [tier, setTier] = useState(role?.tier ?? "L1");
  const [rights, setRights] = useState<Permission[]>(role?.permissions ?? ["CASE_READ"]);
  const save = useMutation({
    mutationFn: () => {
      const path = `/api/v1/shops/${shop}/roles/${id.trim()}`;
      const body = { nameZh: nameZh.trim(), nameEn: nameEn.trim(), permissions: rights, tier };
      return role === null
        ? api.put<RoleView>(path, body)
        : api.patch<RoleView>(path, body, { ifMatch: role.version });
    },
    onSuccess: () => {
      void toast.success(t.saved);
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["roles"] }),
  });
  const missing = [id, nameZh, nameEn].some((text) => text.trim() === "")
    ? t.needNames
    : !ownId.test(id.trim())
      ? t.needId
      : rights.length === 0
        ? t.needRight
        : null;
  return (
    <Modal
      open
      width={640}
      title={role === null ? t.newRole : t.editTitle(spoken === "zh" ? role.nameZh : role.nameEn)}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== null, title: missing ?? undefined }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {role === null && (
          <>
            <Field label={t.shop}>
              {(ids) => (
                <Select
                  {...ids}
                  value={shop}
                  onChange={setShop}
                  options={me.shops.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
            </Field>
            <Field label={t.teamId} hint={t.idHint}>
              {(ids) => <Input {...ids} maxLength={40} value={id} onChange={(e) => setId(e.target.value)} />}
            </Field>
          </>
        )}
        <Field label={t.nameZh}>
          {(ids) => (
            <Input {...ids} maxLength={60} value={nameZh} onChange={(e) => setNameZh(e.target.value)} />
          )}
        </Field>
        <Field label={t.nameEn}>
          {(ids) => (
            <Input {...ids} maxLength={60} value={nameEn} onChange={(e) => setNameEn(e.target.value)} />
          )}
        </Field>
        <Field label={t.tier}>
          {(ids) => (
            <Select
              {...ids}
              value={tier}
              onChange={setTier}
              options={TIERS.map((one) => ({ value: one, label: one }))}
            />
          )}
        </Field>
        {permissionGroups.map((group) => (
          <fieldset key={group.name.en} className="rights">
            <legend>{group.name[spoken]}</legend>
            {group.rights.map((right) => {
              const mine = me.permissions.includes(right.id);
              return (
                <Checkbox
                  key={right.id}
                  checked={rights.includes(right.id)}
                  disabled={!mine}
                  title={mine ? right.id : t.notYours}
                  onChange={(event) =>
                    setRights(
                      event.target.checked ? [...rights, right.id] : rights.filter((one) => one !== right.id),
                    )
                  }
                >
                  {right[spoken]}
                </Checkbox>
              );
            })}
          </fieldset>
        ))}
        {missing !== null && <p className="small muted">{missing}</p>}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
