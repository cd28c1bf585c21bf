import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import type { PlatformAlert, PlatformCase } from "../../api/views";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { CopyButton } from "../../ui/CopyButton";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { CloseAlert } from "./CloseAlert";
import { messages, outcomes, verbs } from "./messages";

/** The other side of a case that lives at a platform. */
export function PlatformPanel({ id, shop }: { id: string; shop: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const [closing, setClosing] = useState<PlatformAlert | null>(null);
  const found = useQuery({
    queryKey: ["cases", id, "platform"],
    queryFn: ({ signal }) => api.get<PlatformCase>(`/api/v1/cases/${id}/platform`, { signal }),
  });
  const refresh = found.refetch;
  useLiveFact((fact) => {
    if (fact.subject === `case:${id}` || fact.type.startsWith("aftersales.platform-alert")) void refresh();
  });
  if (found.data === undefined) return <ProblemNote error={found.error} retry={() => void refresh()} />;
  const there = found.data;
  const time = (at: string | null) => (at === null ? null : formatDateTime(at, spoken));
  return (
    <Panel
      title={t.there(there.platformName)}
      extra={<Badge tone={there.agrees ? "good" : "bad"}>{there.agrees ? t.agrees : t.differs}</Badge>}
    >
      <div className="stack">
        {there.alerts.map((alert) => (
          <Alert
            key={alert.id}
            type="warning"
            showIcon
            title={alert.text}
            description={alert.detail}
            action={
              <Button size="small" onClick={() => setClosing(alert)}>
                {t.close}
              </Button>
            }
          />
        ))}
        <Facts
          of={[
            [
              t.number,
              <span key="id" className="row">
                <span className="mono">{there.externalId}</span>
                <CopyButton text={there.externalId} />
              </span>,
            ],
            [
              t.state,
              <span key="state">
                {there.standingText} <span className="small muted mono">{there.codes}</span>
              </span>,
            ],
            [t.amount, formatMoney(there.amountMinor, there.currency, spoken)],
            [t.due, time(there.deadlineAt)],
            [t.readAt, time(there.readAt)],
          ]}
        />
        {there.link !== null && (
          <a href={there.link} target="_blank" rel="noreferrer">
            {t.goThere}
          </a>
        )}
        {there.errands.length > 0 && (
          <div className="stack tight">
            <strong className="small">{t.told}</strong>
            {there.errands.map((errand) => (
              <div key={errand.id} className="row wrap small">
                <span>{verbs[errand.verb][spoken]}</span>
                <Badge tone={outcomes[errand.status].tone}>{outcomes[errand.status][spoken]}</Badge>
                <span className="muted">{time(errand.settledAt ?? errand.createdAt)}</span>
                {errand.trouble !== null && <span className="muted">{errand.trouble}</span>}
              </div>
            ))}
          </div>
        )}
        <p className="small muted">{t.paidThere}</p>
      </div>
      {closing !== null && (
        <CloseAlert
          shop={shop}
          alert={closing}
          onClose={() => setClosing(null)}
          done={() => queries.invalidateQueries({ queryKey: ["cases", id] })}
        />
      )}
    </Panel>
  );
}
