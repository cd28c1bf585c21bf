import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { api } from "../../api/client";
import { useMay, useSession } from "../../api/session";
import type { CaseView } from "../../api/views";
import { freightPayers, refundStatuses, tenders, word } from "../../api/words";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { useActorName } from "./useActorName";
import { caseKey } from "./useCase";

export function AmountPanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const money = (minor: number) => formatMoney(minor, item.currency, spoken);
  return (
    <Panel title={t.amounts}>
      <Facts
        of={[
          [
            t.refundable,
            <strong key="max" className="nums">
              {money(item.refundableMinor)}
            </strong>,
          ],
          [
            t.approved,
            <span key="ok" className="nums">
              {money(item.approvedMinor)}
            </span>,
          ],
          [
            t.refunded,
            <span key="done" className="nums">
              {money(item.refundedMinor)}
            </span>,
          ],
          [
            t.freightPayer,
            item.freightPayer === null ? null : word(freightPayers, item.freightPayer, spoken),
          ],
          [t.tierNeeded, item.tierRequired],
          [t.agent, <Assignment key="agent" item={item} />],
        ]}
      />
      {item.refunds.length > 0 && (
        <>
          <h3 className="sub">{t.refunds}</h3>
          <ul className="order-lines">
            {item.refunds.map((refund) => (
              <li key={`${refund.tender} ${refund.at}`}>
                <span className="grow">
                  {word(tenders, refund.tender, spoken)}{" "}
                  <span className="small muted">{formatDateTime(refund.at, spoken)}</span>
                </span>
                <span className="muted">{word(refundStatuses, refund.status, spoken)}</span>
                <span className="nums">{formatMoney(refund.amountMinor, refund.currency, spoken)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Assignment({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const me = useSession();
  const nameOf = useActorName(item);
  const mayDecide = useMay("CASE_DECIDE");
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const assign = useMutation({
    mutationFn: (to: string | null) => api.put(`/api/v1/cases/${item.id}/assignment`, { to }),
    onSuccess: (_, to) => void toast.success(to === null ? t.released : t.taken),
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(item.id) }),
  });
  const mine = item.agentId === me.id;
  return (
    <span className="stack tight">
      <span className="row wrap">
        {item.agentId === null ? <span className="muted">{t.nobody}</span> : nameOf(`staff:${item.agentId}`)}
        {mayDecide && (mine || item.agentId === null) && (
          <Button size="small" loading={assign.isPending} onClick={() => assign.mutate(mine ? null : me.id)}>
            {mine ? t.release : t.take}
          </Button>
        )}
      </span>
      <ProblemNote error={assign.error} />
    </span>
  );
}
