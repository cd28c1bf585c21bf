import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Modal, Popconfirm, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import { useSession } from "../../api/session";
import type { LinkKeyView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Field } from "../../ui/Field";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

type Show = (name: string, secret: string) => void;

/** The keys by which one shop signs the links of its customers. */
export function LinkKeys({ show }: { show: Show }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { shops } = useSession();
  const queries = useQueryClient();
  const [shop, setShop] = useState(shops[0]?.id ?? "");
  const [adding, setAdding] = useState(false);
  const keys = useQuery({
    queryKey: ["link-keys", shop],
    queryFn: ({ signal }) => api.get<LinkKeyView[]>(`/api/v1/shops/${shop}/link-keys`, { signal }),
    enabled: shop !== "",
  });
  const revoke = useMutation({
    mutationFn: (key: LinkKeyView) => api.delete(`/api/v1/shops/${shop}/link-keys/${key.id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ["link-keys", shop] }),
  });
  if (shop === "") return null;
  return (
    <section style={{ marginTop: 32 }}>
      <div className="page-head">
        <h2>{t.linkTitle}</h2>
        <span className="row">
          <Select
            aria-label={t.shop}
            value={shop}
            onChange={setShop}
            popupMatchSelectWidth={false}
            options={shops.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Button onClick={() => setAdding(true)}>{t.linkCreate}</Button>
        </span>
        <p className="muted">{t.linkHint}</p>
      </div>
      <ProblemNote error={revoke.error} />
      <PagedTable
        label={t.linkTitle}
        list={{ items: keys.data, error: keys.error, refetch: keys.refetch }}
        rowKey={(key) => key.id}
        empty={<Nothing title={t.linkNone} hint={t.linkHint} />}
        columns={[
          { key: "name", title: t.name, cell: (key) => key.name },
          { key: "kind", title: t.kind, cell: (key) => key.kind },
          { key: "at", title: t.created, wide: true, cell: (key) => formatDateTime(key.createdAt, spoken) },
          {
            key: "state",
            title: t.state,
            cell: (key) => (
              <Badge tone={key.revokedAt === null ? "good" : "quiet"}>
                {key.revokedAt === null ? t.active : t.revoked}
              </Badge>
            ),
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (key) =>
              key.revokedAt === null && (
                <Popconfirm
                  title={t.revokeTitle}
                  description={t.revokeHint}
                  okText={t.revoke}
                  okButtonProps={{ danger: true }}
                  cancelText={t.cancel}
                  onConfirm={() => revoke.mutate(key)}
                >
                  <Button size="small" danger>
                    {t.revoke}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      {adding && <LinkKeyForm shop={shop} show={show} onClose={() => setAdding(false)} />}
    </section>
  );
}

function LinkKeyForm({ shop, show, onClose }: { shop: string; show: Show; onClose: () => void }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<LinkKeyView["kind"]>("HS256");
  const [publicKey, setPublicKey] = useState("");
  const save = useMutation({
    mutationFn: () =>
      api.put<LinkKeyView>(`/api/v1/shops/${shop}/link-keys/${id}`, {
        name: name.trim(),
        kind,
        publicKey: kind === "EdDSA" ? publicKey : null,
      }),
    onSuccess: async (key) => {
      onClose();
      if (key.secret !== null) show(key.name, key.secret);
      await queries.invalidateQueries({ queryKey: ["link-keys", shop] });
    },
  });
  const missing =
    name.trim() === "" ? t.needName : kind === "EdDSA" && publicKey.trim() === "" ? t.needPublicKey : null;
  return (
    <Modal
      open
      title={t.linkCreate}
      okText={t.linkCreate}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== null, title: missing ?? undefined }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.name}>
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
        <Field label={t.kind}>
          {(ids) => (
            <Select
              {...ids}
              value={kind}
              onChange={setKind}
              options={[
                { value: "HS256", label: "HS256" },
                { value: "EdDSA", label: "EdDSA (Ed25519)" },
              ]}
            />
          )}
        </Field>
        {kind === "EdDSA" && (
          <Field label={t.publicKey}>
            {(ids) => (
              <Input.TextArea
                {...ids}
                autoSize={{ minRows: 3 }}
                maxLength={1000}
                className="mono"
                value={publicKey}
                onChange={(e) => setPublicKey(e.target.value)}
              />
            )}
          </Field>
        )}
        {missing !== null && <p className="small muted">{missing}</p>}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
