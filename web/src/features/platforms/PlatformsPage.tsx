import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { PlatformConnection, PlatformKind } from "../../api/views";
import { useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { ShopSelect } from "../../ui/ShopSelect";
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
      <div className="page-head">
        <h1>{t.title}</h1>
        <span className="row">
          <ShopSelect shop={shop} onChange={setShop} />
          <Button type="primary" disabled={kinds.data === undefined} onClick={() => setEditing("new")}>
            {t.connect}
          </Button>
        </span>
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={kinds.error ?? connections.error} retry={() => void connections.refetch()} />
      {connections.data === undefined && connections.error === null && (
        <Panel flush>
          <SkeletonRows />
        </Panel>
      )}
      {connections.data?.length === 0 && (
        <Panel flush>
          <Nothing title={t.none} hint={t.noneHint}>
            <Button type="primary" disabled={kinds.data === undefined} onClick={() => setEditing("new")}>
              {t.connect}
            </Button>
          </Nothing>
        </Panel>
      )}
      <div className="stack">
        {connections.data?.map((connection) => (
          <ConnectionCard
            key={connection.platform}
            shop={shop}
            connection={connection}
            edit={() => setEditing(connection)}
          />
        ))}
      </div>
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
