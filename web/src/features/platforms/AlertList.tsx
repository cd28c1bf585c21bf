import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useLiveFact } from "../../api/useLive";
import { usePages } from "../../api/usePages";
import type { PlatformAlert } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { CloseAlert } from "./CloseAlert";
import { messages } from "./messages";

export function AlertList({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const [closing, setClosing] = useState<PlatformAlert | null>(null);
  const list = usePages<PlatformAlert>(["platform-alerts", shop], `/api/v1/shops/${shop}/platform-alerts`);
  const refresh = list.refetch;
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.platform-alert")) void refresh();
  });
  return (
    <section className="platforms-section">
      <div className="page-head">
        <h2>{t.alerts}</h2>
        <p className="muted">{t.alertsHint}</p>
      </div>
      <PagedTable
        label={t.alerts}
        list={list}
        rowKey={(alert) => alert.id}
        empty={<Nothing title={t.noAlerts} hint={t.noAlertsHint} />}
        columns={[
          {
            key: "what",
            title: t.what,
            cell: (alert) => (
              <>
                {alert.text}
                <div className="small muted">{alert.detail}</div>
              </>
            ),
          },
          {
            key: "number",
            title: t.number,
            cell: (alert) => (
              <>
                {alert.platformName} <span className="mono">{alert.externalId}</span>
              </>
            ),
          },
          {
            key: "when",
            title: t.when,
            wide: true,
            cell: (alert) => formatDateTime(alert.openedAt, spoken),
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (alert) => (
              <span className="row">
                {alert.caseId !== null && (
                  <Link to="/desk/cases/$id" params={{ id: alert.caseId }}>
                    {t.openCase}
                  </Link>
                )}
                <Button size="small" onClick={() => setClosing(alert)}>
                  {t.close}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {closing !== null && (
        <CloseAlert
          shop={shop}
          alert={closing}
          onClose={() => setClosing(null)}
          done={() => queries.invalidateQueries({ queryKey: ["platform-alerts", shop] })}
        />
      )}
    </section>
  );
}
