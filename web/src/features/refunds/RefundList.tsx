import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useSession } from "../../api/session";
import { useLiveFact } from "../../api/useLive";
import { usePages } from "../../api/usePages";
import type { RefundItem } from "../../api/views";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Cards } from "../../ui/Cards";
import { Countdown } from "../../ui/Countdown";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { OfflineDialog } from "./OfflineDialog";
import { WaitingPayment } from "./WaitingPayment";

export function RefundList({ which }: { which: "failed" | "unknown" }) {
  const t = useMessages(messages);
  const list = usePages<RefundItem>(["refunds", which], "/api/v1/refunds", { which });
  const refresh = list.refetch;
  useLiveFact((fact) => {
    if (fact.type === "aftersales.case-changed") void refresh();
  });
  return (
    <Cards
      list={list}
      name={t[which]}
      empty={
        which === "failed"
          ? { title: t.noFailed, hint: t.noFailedHint }
          : { title: t.noUnknown, hint: t.noUnknownHint }
      }
      cardKey={(item) => item.outRefundNo}
      card={(item) => <RefundRow item={item} actable={which === "failed"} />}
    />
  );
}

function RefundRow({ item, actable }: { item: RefundItem; actable: boolean }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const me = useSession();
  const queries = useQueryClient();
  const [paying, setPaying] = useState(false);
  const done = () => queries.invalidateQueries({ queryKey: ["refunds"] });
  const retry = useMutation({
    mutationFn: () =>
      api.put(`/api/v1/cases/${item.caseId}/refund-retry`, undefined, { ifMatch: item.caseVersion }),
    onSuccess: done,
  });
  return (
    <>
      <div className="row">
        <strong className="nums">{formatMoney(item.amountMinor, item.currency, spoken)}</strong>
        <Badge tone={item.status === "FAILED_FINAL" ? "bad" : "warn"}>
          {item.status === "FAILED_FINAL" ? t.failed : t.unknown}
        </Badge>
        {me.permissions.includes("CASE_READ") ? (
          <Link to="/desk/cases/$id" params={{ id: item.caseId }}>
            {item.caseNo}
          </Link>
        ) : (
          <span>{item.caseNo}</span>
        )}
        <Countdown to={item.deadlineAt} />
      </div>
      {item.trouble !== null && <div>{item.trouble}</div>}
      <div className="small muted">
        {t.order} {item.orderNo} · {item.tender} · {t.gateway} {item.gateway} · {t.number}{" "}
        <span className="mono">{item.outRefundNo}</span> · {t.tries(item.attempts)}
        {item.nextQueryAt !== null && ` · ${t.asksAgain(formatDateTime(item.nextQueryAt, spoken))}`}
      </div>
      {actable && item.paymentId === null && (
        <div className="row">
          <Button type="primary" data-action="retry" loading={retry.isPending} onClick={() => retry.mutate()}>
            {t.retry} <kbd>r</kbd>
          </Button>
          {item.status === "FAILED_FINAL" && (
            <Button data-action="offline" onClick={() => setPaying(true)}>
              {t.offline} <kbd>o</kbd>
            </Button>
          )}
        </div>
      )}
      {actable && item.paymentId !== null && <WaitingPayment item={item} paymentId={item.paymentId} />}
      <ProblemNote error={retry.error} />
      {paying && <OfflineDialog item={item} onClose={() => setPaying(false)} />}
    </>
  );
}
