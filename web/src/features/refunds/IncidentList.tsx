import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import { usePages } from "../../api/usePages";
import type { RefundIncident } from "../../api/views";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Cards } from "../../ui/Cards";
import { kinds, messages } from "./messages";
import { WordDialog } from "../../ui/WordDialog";

export function IncidentList() {
  const t = useMessages(messages);
  const list = usePages<RefundIncident>(["refunds", "incidents"], "/api/v1/refund-incidents");
  const refresh = list.refetch;
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.refund-incident")) void refresh();
  });
  return (
    <Cards
      list={list}
      name={t.incidents}
      empty={{ title: t.noIncidents, hint: t.noIncidentsHint }}
      cardKey={(incident) => incident.id}
      card={(incident) => <IncidentRow incident={incident} />}
    />
  );
}

function IncidentRow({ incident }: { incident: RefundIncident }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const [closing, setClosing] = useState(false);
  const money = (minor: number | null) =>
    minor === null || incident.currency === null ? "–" : formatMoney(minor, incident.currency, spoken);
  return (
    <>
      <div className="row">
        <Badge tone={incident.kind === "PAID_AFTER_FAILURE" ? "warn" : "bad"}>
          {kinds[incident.kind]?.[spoken] ?? incident.kind}
        </Badge>
        <span>
          {t.ours} <span className="nums">{money(incident.oursMinor)}</span>
        </span>
        <span>
          {t.theirs} <span className="nums">{money(incident.theirsMinor)}</span>
        </span>
        <span className="small muted">{formatDateTime(incident.openedAt, spoken)}</span>
      </div>
      <div className="small muted">
        {incident.gateway} · <span className="mono">{incident.outRefundNo}</span> · {incident.detail}
      </div>
      <div className="row">
        <Button onClick={() => setClosing(true)}>{t.close}</Button>
      </div>
      {closing && (
        <WordDialog
          title={t.closeTitle}
          label={t.why}
          hint={t.closeHint}
          onClose={() => setClosing(false)}
          send={async (note) => {
            await api.put(`/api/v1/shops/${incident.shop}/refund-incidents/${incident.id}/closing`, { note });
            await queries.invalidateQueries({ queryKey: ["refunds"] });
          }}
        />
      )}
    </>
  );
}
