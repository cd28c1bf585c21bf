import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShopName } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { KeyView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { OnceShown } from "../../ui/OnceShown";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";
import { useTicking } from "../../ui/ticker";
import { KeyForm } from "./KeyForm";
import { LinkKeys } from "./LinkKeys";
import { messages } from "./messages";

export function KeysPage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const shopName = useShopName();
  const queries = useQueryClient();
  const keys = usePages<KeyView>(["keys"], "/api/v1/keys");
  const [adding, setAdding] = useState(false);
  const [fresh, setFresh] = useState<{ name: string; secret: string } | null>(null);
  const show = (key: KeyView) => {
    setAdding(false);
    if (key.secret !== null) setFresh({ name: key.name, secret: key.secret });
    void queries.invalidateQueries({ queryKey: ["keys"] });
  };
  const rotate = useMutation({
    mutationFn: (key: KeyView) =>
      api.put<KeyView>(`/api/v1/keys/${key.id}/rotation`, {}, { ifMatch: key.version }),
    onSuccess: show,
    onError: () => queries.invalidateQueries({ queryKey: ["keys"] }),
  });
  const revoke = useMutation({
    mutationFn: (key: KeyView) => api.delete<KeyView>(`/api/v1/keys/${key.id}`),
    onSuccess: show,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t.create}
        </Button>
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={rotate.error ?? revoke.error} />
      <PagedTable
        label={t.title}
        list={keys}
        rowKey={(key) => key.id}
        empty={<Nothing title={t.none} hint={t.hint} />}
        columns={[
          {
            key: "name",
            title: t.name,
            cell: (key) => (
              <>
                <strong>{key.name}</strong>
                <div className="mono muted">{key.prefix}…</div>
              </>
            ),
          },
          {
            key: "scopes",
            title: t.scopes,
            cell: (key) => <span className="mono small">{key.scopes.join(" ")}</span>,
          },
          {
            key: "shops",
            title: t.shops,
            wide: true,
            cell: (key) => (key.shops === null ? t.allShops : key.shops.map(shopName).join("、")),
          },
          {
            key: "used",
            title: t.lastUsed,
            wide: true,
            cell: (key) => (key.lastUsedAt === null ? t.notUsed : formatDateTime(key.lastUsedAt, spoken)),
          },
          { key: "state", title: t.state, cell: (key) => <KeyState apiKey={key} /> },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (key) =>
              key.revokedAt === null && (
                <span className="row wrap end">
                  <Popconfirm
                    title={t.rotateTitle}
                    description={<div style={{ maxWidth: 300 }}>{t.rotateHint}</div>}
                    okText={t.rotate}
                    cancelText={t.cancel}
                    onConfirm={() => rotate.mutate(key)}
                  >
                    <Button size="small">{t.rotate}</Button>
                  </Popconfirm>
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
                </span>
              ),
          },
        ]}
      />
      <LinkKeys show={(name, secret) => setFresh({ name, secret })} />
      {adding && <KeyForm onClose={() => setAdding(false)} onSaved={show} />}
      {fresh !== null && (
        <OnceShown title={t.secretOf(fresh.name)} secret={fresh.secret} onClose={() => setFresh(null)} />
      )}
    </>
  );
}

function KeyState({ apiKey }: { apiKey: KeyView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const ended = useTicking((now) => apiKey.expiresAt !== null && Date.parse(apiKey.expiresAt) <= now);
  if (apiKey.revokedAt !== null) return <Badge>{t.revoked}</Badge>;
  if (ended) return <Badge tone="bad">{t.expired}</Badge>;
  return (
    <span className="stack tight">
      <span>
        <Badge tone="good">{t.active}</Badge>
      </span>
      {apiKey.expiresAt !== null && (
        <span className="small muted">{t.until(formatDateTime(apiKey.expiresAt, spoken))}</span>
      )}
      {apiKey.oldSecretUntil !== null && (
        <span className="small muted">{t.oldUntil(formatDateTime(apiKey.oldSecretUntil, spoken))}</span>
      )}
    </span>
  );
}
