import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { GatewayConnection, GatewayKind } from "../../api/views";
import { useMessages } from "../../i18n";
import { ShopConnections } from "../../ui/ShopConnections";
import { GatewayCard } from "./GatewayCard";
import { GatewayForm } from "./GatewayForm";
import { messages } from "./messages";

/** By which gateways a shop's money goes back. */
export function GatewaysPage() {
  const t = useMessages(messages);
  const [shop, setShop] = useShop();
  const [editing, setEditing] = useState<GatewayConnection | "new" | null>(null);
  const kinds = useQuery({
    queryKey: ["gateways", "kinds"],
    queryFn: ({ signal }) => api.get<GatewayKind[]>("/api/v1/payment-gateways", { signal }),
  });
  const connections = useQuery({
    queryKey: ["gateways", shop],
    queryFn: ({ signal }) =>
      api.get<GatewayConnection[]>(`/api/v1/shops/${shop}/payment-gateways`, { signal }),
    enabled: shop !== "",
  });
  if (shop === "") return null;
  const connected = connections.data?.map((one) => one.kind) ?? [];
  const free = kinds.data?.filter((kind) => !connected.includes(kind.kind)) ?? [];
  return (
    <>
      <ShopConnections
        words={t}
        shop={shop}
        onShop={setShop}
        connect={
          <Button type="primary" disabled={free.length === 0} onClick={() => setEditing("new")}>
            {t.connect}
          </Button>
        }
        connections={connections.data}
        error={kinds.error ?? connections.error}
        retry={() => void connections.refetch()}
        card={(connection) => (
          <GatewayCard
            key={connection.kind}
            shop={shop}
            connection={connection}
            edit={() => setEditing(connection)}
          />
        )}
      />
      {editing !== null && kinds.data !== undefined && (
        <GatewayForm
          shop={shop}
          kinds={editing === "new" ? free : kinds.data.filter((kind) => kind.kind === editing.kind)}
          before={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
