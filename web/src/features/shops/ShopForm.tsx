import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Checkbox, Input, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { ShopView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

const idForm = /^[a-z0-9][a-z0-9-]{0,39}$/;
const empty = {
  id: "",
  nameZh: "",
  nameEn: "",
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  currency: "CNY",
  receiverZh: "",
  receiverEn: "",
  phone: "",
  streetZh: "",
  streetEn: "",
};

function formOf(shop: ShopView): typeof empty {
  const back = shop.returnAddress;
  return {
    id: shop.id,
    nameZh: shop.name.zh,
    nameEn: shop.name.en,
    zone: shop.zone,
    currency: shop.currency,
    receiverZh: back?.name.zh ?? "",
    receiverEn: back?.name.en ?? "",
    phone: back?.phone ?? "",
    streetZh: back?.address.zh ?? "",
    streetEn: back?.address.en ?? "",
  };
}

/** Makes a shop known, or changes one. */
export function ShopForm({ shop, onClose }: { shop: ShopView | null; onClose: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [form, setForm] = useState(shop === null ? empty : formOf(shop));
  const [hasAddress, setHasAddress] = useState(shop?.returnAddress !== null);
  const save = useMutation({
    mutationFn: () =>
      api.put<ShopView>(`/api/v1/shops/${form.id.trim()}`, {
        name: { zh: form.nameZh.trim(), en: form.nameEn.trim() },
        zone: form.zone,
        currency: form.currency.trim().toUpperCase(),
        returnAddress: hasAddress
          ? {
              name: { zh: form.receiverZh.trim(), en: form.receiverEn.trim() },
              phone: form.phone.trim(),
              address: { zh: form.streetZh.trim(), en: form.streetEn.trim() },
            }
          : null,
      }),
    onSuccess: () => {
      void toast.success(t.saved);
      onClose();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["shops"] });
      void queries.invalidateQueries({ queryKey: ["session"] });
    },
  });
  const lacks = (...keys: (keyof typeof empty)[]) => keys.some((key) => form[key].trim() === "");
  const missing = !idForm.test(form.id.trim())
    ? t.needId
    : lacks("nameZh", "nameEn", "currency")
      ? t.needNames
      : hasAddress && lacks("receiverZh", "receiverEn", "phone", "streetZh", "streetEn")
        ? t.needAddress
        : null;
  const text = (key: keyof typeof empty, label: string, maxLength: number, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <Input
          {...ids}
          maxLength={maxLength}
          value={form[key]}
          onChange={(e) => setForm({ ...form, [key]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Modal
      open
      title={shop === null ? t.create : t.editOf(shop.name[spoken])}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== null, title: missing ?? undefined }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {shop === null && text("id", t.id, 40, t.idHint)}
        {text("nameZh", t.nameZh, 200)}
        {text("nameEn", t.nameEn, 200)}
        <Field label={t.zone} hint={t.zoneHint}>
          {(ids) => (
            <Select
              {...ids}
              showSearch
              value={form.zone}
              onChange={(zone) => setForm({ ...form, zone })}
              options={Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }))}
            />
          )}
        </Field>
        {text("currency", t.currency, 3, t.currencyHint)}
        <Checkbox checked={hasAddress} onChange={(e) => setHasAddress(e.target.checked)}>
          {t.withAddress}
        </Checkbox>
        {hasAddress && (
          <>
            {text("receiverZh", `${t.receiver} (${t.inZh})`, 200)}
            {text("receiverEn", `${t.receiver} (${t.inEn})`, 200)}
            {text("phone", t.phone, 30)}
            {text("streetZh", `${t.street} (${t.inZh})`, 200)}
            {text("streetEn", `${t.street} (${t.inEn})`, 200)}
          </>
        )}
        {missing !== null && <p className="small muted">{missing}</p>}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
