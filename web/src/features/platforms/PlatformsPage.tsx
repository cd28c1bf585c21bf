import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { PlatformConnection, PlatformKind } from "../../api/views";
import { useMessages } from "../../i18n";
import { ShopConnections } from "../../ui/ShopConnections";
import { AlertList } from "./AlertList";
import { ConnectionCard } from "./ConnectionCard";
import { ConnectionForm } from "./ConnectionForm";
import { messages } from "./messages";
import "./PlatformsPage.css";
import { StateTable } from "./StateTable";

/** Which platforms a shop sells on, how the reading goes, and where somebody has to look. */
export function PlatformsPage() {
  const t = useMessages(messages);
  const [shop, setShop] = useShop();
  const [editing, setEditing] = useState<PlatformConnection | "new" | null>(null);
  const kinds = useQuery({
    queryKey: ["platforms", "kinds"],
    queryFn: ({ signal }) => api.get<PlatformKind[]>("/api/v1/platforms", { signal }),
  });
  const connections = useQuery({
    queryKey: ["platforms", shop],
    queryFn: ({ signal }) => api.get<PlatformConnection[]>(`/api/v1/shops/${shop}/platforms`, { signal }),
    enabled: shop !== "",
    refetchInterval: 15_000,
  });
  if (shop === "") return null;
  return (
    <>
      <ShopConnections
        words={t}
        shop={shop}
        onShop={setShop}
        connect={
          <Button type="primary" disabled={kinds.data === undefined} onClick={() => setEditing("new")}>
            {t.connect}
          </Button>
        }
        connections={connections.data}
        error={kinds.error ?? connections.error}
        retry={() => void connections.refetch()}
        card={(connection) => (
          <ConnectionCard
            key={connection.platform}
            shop={shop}
            connection={connection}
            edit={() => setEditing(connection)}
          />
        )}
      />
      <AlertList shop={shop} />
      {kinds.data !== undefined && <StateTable kinds={kinds.data} />}
      {editing !== null && kinds.data !== undefined && (
        <ConnectionForm
          shop={shop}
          kinds={kinds.data}
          before={editing === "new" ? null : editing}
          connected={connections.data?.map((one) => one.platform) ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
