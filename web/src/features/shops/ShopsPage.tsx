import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { ShopView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { messages } from "./messages";
import { ShopForm } from "./ShopForm";

export function ShopsPage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [form, setForm] = useState<ShopView | "new" | null>(null);
  const shops = useQuery({
    queryKey: ["shops"],
    queryFn: ({ signal }) => api.get<ShopView[]>("/api/v1/shops", { signal }),
  });
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Button type="primary" onClick={() => setForm("new")}>
          {t.create}
        </Button>
        <p className="muted">{t.hint}</p>
      </div>
      <PagedTable
        label={t.title}
        list={{ items: shops.data, error: shops.error, refetch: shops.refetch }}
        rowKey={(shop) => shop.id}
        empty={<Nothing title={t.none} hint={t.hint} />}
        columns={[
          {
            key: "name",
            title: t.shop,
            cell: (shop) => (
              <>
                <strong>{shop.name[spoken]}</strong>
                <div className="mono muted">{shop.id}</div>
              </>
            ),
          },
          {
            key: "address",
            title: t.address,
            cell: (shop) =>
              shop.returnAddress === null ? (
                <span className="muted">{t.noAddress}</span>
              ) : (
                <>
                  {shop.returnAddress.name[spoken]} {shop.returnAddress.phone}
                  <div className="small muted">{shop.returnAddress.address[spoken]}</div>
                </>
              ),
          },
          { key: "zone", title: t.zone, wide: true, cell: (shop) => shop.zone },
          {
            key: "currency",
            title: t.currency,
            wide: true,
            cell: (shop) => <span className="mono">{shop.currency}</span>,
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (shop) => (
              <Button size="small" onClick={() => setForm(shop)}>
                {t.edit}
              </Button>
            ),
          },
        ]}
      />
      {form !== null && <ShopForm shop={form === "new" ? null : form} onClose={() => setForm(null)} />}
    </>
  );
}
