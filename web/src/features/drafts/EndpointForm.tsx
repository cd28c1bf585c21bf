import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { Drafting, EndpointState } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

const PURPOSES: Drafting["purposes"] = ["ANSWER", "SUMMARY", "TRANSLATION", "OPINION"];
const MINOR = 100;

/** How to reach a model, and what it may cost. */
export function EndpointForm({
  shop,
  before,
  onClose,
}: {
  shop: string;
  before: EndpointState["endpoint"];
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [wish, setWish] = useState({
    address: before?.address ?? "",
    model: before?.model ?? "",
    key: "",
    purposes: before?.purposes ?? PURPOSES,
    atOnce: before?.atOnce ?? 2,
    dayCalls: before?.dayCalls ?? 500,
    dayMinor: before?.dayMinor ?? 1000,
    currency: before?.currency ?? "CNY",
    inputPrice: before?.inputPrice ?? 0,
    outputPrice: before?.outputPrice ?? 0,
  });
  const change = (part: Partial<typeof wish>) => setWish((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () =>
      api.put<EndpointState>(`/api/v1/shops/${shop}/language-endpoint`, {
        ...wish,
        key: wish.key === "" ? null : wish.key,
      }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ["language-endpoint", shop] });
      await queries.invalidateQueries({ queryKey: ["drafting", shop] });
    },
  });
  const number = (name: "atOnce" | "dayCalls", max: number) => (
    <Field label={t[name]}>
      {(ids) => (
        <InputNumber
          {...ids}
          min={name === "atOnce" ? 1 : 0}
          max={max}
          precision={0}
          value={wish[name]}
          onChange={(value) => change({ [name]: value ?? 1 })}
        />
      )}
    </Field>
  );
  const money = (name: "dayMinor" | "inputPrice" | "outputPrice", label: string, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <InputNumber
          {...ids}
          min={0}
          precision={2}
          suffix={wish.currency}
          value={wish[name] / MINOR}
          onChange={(value) => change({ [name]: Math.round((value ?? 0) * MINOR) })}
        />
      )}
    </Field>
  );
  return (
    <Modal
      open
      title={t.title}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: wish.address.trim() === "" || wish.model.trim() === "" }}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.address} hint={t.addressHint}>
          {(ids) => (
            <Input
              {...ids}
              spellCheck={false}
              value={wish.address}
              onChange={(event) => change({ address: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.model}>
          {(ids) => (
            <Input
              {...ids}
              spellCheck={false}
              value={wish.model}
              onChange={(event) => change({ model: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.key} hint={before?.keySet === true ? t.keyKept : t.keyHint}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoComplete="new-password"
              value={wish.key}
              onChange={(event) => change({ key: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.purposes}>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              value={wish.purposes}
              onChange={(purposes) => change({ purposes })}
              options={PURPOSES.map((one) => ({ value: one, label: t[one] }))}
            />
          )}
        </Field>
        <div className="row wrap">
          {number("atOnce", 32)}
          {number("dayCalls", 1_000_000)}
          {money("dayMinor", t.dayMoney)}
          <Field label={t.currency}>
            {(ids) => (
              <Select
                {...ids}
                value={wish.currency}
                onChange={(currency) => change({ currency })}
                options={["CNY", "USD", "EUR", "SGD", "HKD"].map((value) => ({ value, label: value }))}
              />
            )}
          </Field>
        </div>
        {money("inputPrice", t.inputPrice)}
        {money("outputPrice", t.outputPrice, t.priceHint)}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
