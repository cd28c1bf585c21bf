import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Popconfirm } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { SubscriptionsView, SubscriptionView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { OnceShown } from "../../ui/OnceShown";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShopSelect } from "../../ui/ShopSelect";
import { DeliveryLog } from "./DeliveryLog";
import { messages } from "./messages";
import { WebHookForm } from "./WebHookForm";

export function WebHooksPage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const [shop, setShop] = useShop();
  const [editing, setEditing] = useState<SubscriptionView | "new" | null>(null);
  const [reading, setReading] = useState<SubscriptionView | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const path = `/api/v1/shops/${shop}/subscriptions`;
  const found = useQuery({
    queryKey: ["subscriptions", shop],
    queryFn: ({ signal }) => api.get<SubscriptionsView>(path, { signal }),
    enabled: shop !== "",
  });
  const show = (view?: SubscriptionView) => {
    setEditing(null);
    if (view?.secret) setFresh(view.secret);
    void queries.invalidateQueries({ queryKey: ["subscriptions", shop] });
  };
  const rotate = useMutation({
    mutationFn: (one: SubscriptionView) => api.put<SubscriptionView>(`${path}/${one.id}/rotation`),
    onSuccess: show,
  });
  const turn = useMutation({
    mutationFn: (one: SubscriptionView) =>
      api.put<SubscriptionView>(
        `${path}/${one.id}`,
        { url: one.url, types: one.types, active: !one.active },
        { ifMatch: one.version },
      ),
    onSuccess: () => show(),
  });
  const remove = useMutation({
    mutationFn: (one: SubscriptionView) => api.delete(`${path}/${one.id}`),
    onSuccess: () => show(),
  });
  const disabled = found.data?.subscriptions.filter((one) => one.disabledWhy !== null && !one.active) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <Button type="primary" onClick={() => setEditing("new")}>
          {t.create}
        </Button>
        <p className="muted">{t.hint}</p>
      </div>
      {disabled.length > 0 && <Alert type="warning" showIcon title={t.disabled(disabled.length)} />}
      <ProblemNote error={rotate.error ?? turn.error ?? remove.error} />
      <PagedTable
        label={t.title}
        list={{ items: found.data?.subscriptions, error: found.error, refetch: found.refetch }}
        rowKey={(one) => one.id}
        empty={<Nothing title={t.none} hint={t.hint} />}
        columns={[
          { key: "url", title: t.url, cell: (one) => <span className="mono cut">{one.url}</span> },
          {
            key: "types",
            title: t.types,
            wide: true,
            cell: (one) => <span className="mono small">{one.types.join(" ")}</span>,
          },
          {
            key: "state",
            title: t.state,
            cell: (one) => (
              <span className="stack tight">
                <span>
                  <Badge tone={one.active ? (one.failures > 0 ? "warn" : "good") : "bad"}>
                    {one.active ? t.active : t.off}
                  </Badge>
                </span>
                {one.active && one.failures > 0 && (
                  <span className="small muted">{t.failing(one.failures)}</span>
                )}
                {!one.active && one.disabledWhy !== null && (
                  <span className="small muted">{one.disabledWhy === "GONE" ? t.GONE : t.FAILING}</span>
                )}
                {one.oldUntil !== null && Date.parse(one.oldUntil) > Date.now() && (
                  <span className="small muted">{t.oldUntil(formatDateTime(one.oldUntil, spoken))}</span>
                )}
              </span>
            ),
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (one) => (
              <span className="row wrap end">
                <Button size="small" onClick={() => setReading(one)}>
                  {t.log}
                </Button>
                <Button size="small" onClick={() => setEditing(one)}>
                  {t.change}
                </Button>
                <Button size="small" onClick={() => turn.mutate(one)}>
                  {one.active ? t.turnOff : t.turnOn}
                </Button>
                <Popconfirm
                  title={t.rotate}
                  description={t.rotateHint}
                  okText={t.rotate}
                  cancelText={t.cancel}
                  onConfirm={() => rotate.mutate(one)}
                >
                  <Button size="small">{t.rotate}</Button>
                </Popconfirm>
                <Popconfirm
                  title={t.remove}
                  description={t.removeHint}
                  okText={t.remove}
                  cancelText={t.cancel}
                  onConfirm={() => remove.mutate(one)}
                >
                  <Button size="small" danger>
                    {t.remove}
                  </Button>
                </Popconfirm>
              </span>
            ),
          },
        ]}
      />
      {editing !== null && (
        <WebHookForm
          path={path}
          known={found.data?.eventTypes ?? []}
          before={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={show}
        />
      )}
      {reading !== null && (
        <DeliveryLog path={`${path}/${reading.id}`} url={reading.url} onClose={() => setReading(null)} />
      )}
      {fresh !== null && <OnceShown title={t.secret} secret={fresh} onClose={() => setFresh(null)} />}
    </>
  );
}
