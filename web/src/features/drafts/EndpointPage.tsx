import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { EndpointState, EndpointTest } from "../../api/views";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShopConnections } from "../../ui/ShopConnections";
import { EndpointForm } from "./EndpointForm";
import { messages } from "./messages";

/** The language model that a shop may connect. */
export function EndpointPage() {
  const t = useMessages(messages);
  const [shop, setShop] = useShop();
  const [editing, setEditing] = useState(false);
  const state = useQuery({
    queryKey: ["language-endpoint", shop],
    queryFn: ({ signal }) => api.get<EndpointState>(`/api/v1/shops/${shop}/language-endpoint`, { signal }),
    enabled: shop !== "",
  });
  if (shop === "") return null;
  const endpoint = state.data?.endpoint ?? null;
  return (
    <>
      <ShopConnections
        words={t}
        shop={shop}
        onShop={setShop}
        connect={
          <Button type="primary" disabled={endpoint !== null} onClick={() => setEditing(true)}>
            {t.connect}
          </Button>
        }
        connections={state.data === undefined ? undefined : endpoint === null ? [] : [endpoint]}
        error={state.error}
        retry={() => void state.refetch()}
        card={(one) => <Connected key={shop} shop={shop} endpoint={one} edit={() => setEditing(true)} />}
      />
      {editing && <EndpointForm key={shop} shop={shop} before={endpoint} onClose={() => setEditing(false)} />}
    </>
  );
}

function Connected({
  shop,
  endpoint,
  edit,
}: {
  shop: string;
  endpoint: NonNullable<EndpointState["endpoint"]>;
  edit: () => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const path = `/api/v1/shops/${shop}/language-endpoint`;
  const fresh = () => queries.invalidateQueries({ queryKey: ["language-endpoint", shop] });
  const test = useMutation({ mutationFn: () => api.put<EndpointTest>(`${path}/test`), onSettled: fresh });
  const remove = useMutation({ mutationFn: () => api.delete(path), onSuccess: fresh });
  const money = (minor: number) => formatMoney(minor, endpoint.currency, spoken);
  return (
    <Panel
      title={endpoint.model}
      extra={
        <span className="row wrap">
          <Button loading={test.isPending} onClick={() => test.mutate()}>
            {t.test}
          </Button>
          <Button onClick={edit}>{t.edit}</Button>
          <Button
            danger
            loading={remove.isPending}
            onClick={() =>
              void modal.confirm({
                title: t.remove,
                content: t.removeSure,
                okText: t.remove,
                cancelText: t.cancel,
                onOk: () => remove.mutate(),
              })
            }
          >
            {t.remove}
          </Button>
        </span>
      }
    >
      <div className="stack">
        <ProblemNote error={test.error ?? remove.error} />
        {test.data !== undefined && (
          <Alert
            type={test.data.verdict === "WORKS" ? "success" : "error"}
            showIcon
            title={t[test.data.verdict]}
            description={t.took(test.data.millis, test.data.detail)}
          />
        )}
        <Facts
          of={[
            [t.address, <code className="cut">{endpoint.address}</code>],
            [t.key, endpoint.keySet ? t.keySet : t.keyNone],
            [t.purposes, endpoint.purposes.map((one) => t[one]).join("、")],
            [
              t.today,
              t.todayCount(
                endpoint.todayCalls,
                endpoint.dayCalls,
                money(endpoint.todayMinor),
                money(endpoint.dayMinor),
              ),
            ],
            [t.inputPrice, money(endpoint.inputPrice)],
            [t.outputPrice, money(endpoint.outputPrice)],
            [t.atOnce, endpoint.atOnce],
            [t.changed, formatDateTime(endpoint.changedAt, spoken)],
          ]}
        />
        <p className="small muted">{t.noneHint}</p>
      </div>
    </Panel>
  );
}
