import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { ApprovalItem } from "../../api/views";
import { reasons, states, word } from "../../api/words";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { ProblemNote } from "../../ui/ProblemNote";
import { WordDialog } from "../../ui/WordDialog";
import { messages } from "./messages";

export function ApprovalRow({ item }: { item: ApprovalItem }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [doing, setDoing] = useState<"sign" | "decline" | null>(null);
  const queries = useQueryClient();
  const done = () => queries.invalidateQueries({ queryKey: ["approvals"] });
  const close = () => setDoing(null);
  const amount = formatMoney(item.amountMinor, item.currency, spoken);
  return (
    <>
      <div className="row">
        <strong className="nums">{amount}</strong>
        <Badge tone="info">{t.tier(item.tierRequired)}</Badge>
        <Badge>{word(states, item.state, spoken)}</Badge>
        <Link data-action="open" to="/desk/cases/$id" params={{ id: item.caseId }}>
          {item.caseNo}
        </Link>
        <Countdown to={item.deadlineAt} />
      </div>
      <div>
        {item.title} · {word(reasons, item.reason, spoken)}
      </div>
      {item.note !== null && <div>{item.note}</div>}
      <div className="small muted">
        {t.askedBy(item.requestedBy ?? t.bySystem, formatDateTime(item.requestedAt, spoken))} · {t.order}{" "}
        {item.orderNo}
        {item.signedFen > 0 && ` · ${t.alreadySigned(formatMoney(item.signedFen, "CNY", spoken))}`}
      </div>
      <div className="row">
        <Button type="primary" data-action="sign" onClick={() => setDoing("sign")}>
          {t.sign} <kbd>a</kbd>
        </Button>
        <Button data-action="decline" onClick={() => setDoing("decline")}>
          {t.decline} <kbd>d</kbd>
        </Button>
      </div>
      {doing === "sign" && <SignDialog item={item} amount={amount} done={done} onClose={close} />}
      {doing === "decline" && (
        <WordDialog
          title={t.decline}
          label={t.why}
          hint={t.declineHint}
          send={async (note) => {
            await api.put(
              `/api/v1/cases/${item.caseId}/approval-requests/${item.id}/refusal`,
              { note },
              { ifMatch: item.caseVersion },
            );
            await done();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

function SignDialog({
  item,
  amount,
  done,
  onClose,
}: {
  item: ApprovalItem;
  amount: string;
  done: () => Promise<void>;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const sign = useMutation({
    mutationFn: () =>
      item.state === "WAIT_APPROVAL"
        ? api.put(`/api/v1/cases/${item.caseId}/refund-approval`, {}, { ifMatch: item.caseVersion })
        : api.put(
            `/api/v1/cases/${item.caseId}/approval`,
            { refundMinor: item.amountMinor },
            { ifMatch: item.caseVersion },
          ),
    onSuccess: async () => {
      await done();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t.signTitle(amount)}
      okText={t.sign}
      cancelText={t.cancel}
      okButtonProps={{ autoFocus: true }}
      confirmLoading={sign.isPending}
      onOk={() => sign.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>
          {item.caseNo} · {item.title}
        </p>
        <p className="muted">{t.signMeans}</p>
        <ProblemNote error={sign.error} />
      </div>
    </Modal>
  );
}
