import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Input, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { TicketView } from "../../api/views";
import { useMessages } from "../../i18n";
import { useDraft, useStableId } from "../../ui/drafts";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShopSelect } from "../../ui/ShopSelect";
import { messages } from "./messages";
import { TriageFields, type Said } from "./TriageFields";
import { ticketsKey } from "./useTickets";

/** Where the matter came up. */
export interface Origin {
  kind: "conversation" | "case";
  id: string;
  shop: string;
}

/** Opens a ticket once: what was typed and the id survive a reload, so sending again is the same ticket. */
export function NewTicketDialog({ from, onClose }: { from?: Origin; onClose: () => void }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const key = from === undefined ? "ticket" : `ticket:${from.kind}:${from.id}`;
  const problem = useDraft(`${key}:problem`);
  const orderNo = useDraft(`${key}:order`);
  const customerId = useDraft(`${key}:customer`);
  const stable = useStableId(key);
  const [ownShop, setShop] = useShop();
  const shop = from?.shop ?? ownShop;
  const [said, setSaid] = useState<Said>({});
  const empty = from === undefined && problem.text.trim() === "";
  const act = useMutation({
    mutationFn: () =>
      api.put<TicketView>(`/api/v1/tickets/${stable.id}`, {
        shop,
        ...(from !== undefined && { origin: { kind: from.kind, id: from.id } }),
        problem: problem.text.trim(),
        orderNo: textOrNull(orderNo.text),
        customerId: textOrNull(customerId.text),
        ...said,
      }),
    onSuccess: async (made) => {
      problem.done();
      orderNo.done();
      customerId.done();
      stable.next();
      await queries.invalidateQueries({ queryKey: ticketsKey() });
      onClose();
      await navigate({ to: "/tickets/$id", params: { id: made.item.id } });
    },
  });
  return (
    <Modal
      open
      title={t.newTicket}
      okText={t.create}
      cancelText={t.cancel}
      okButtonProps={{ disabled: empty, title: empty ? t.problemHintByHand : undefined }}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={() => act.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {from === undefined && (
          <div className="stack tight">
            <span>{t.shop}</span>
            <ShopSelect shop={shop} onChange={setShop} />
          </div>
        )}
        <Field label={t.problem} hint={from === undefined ? t.problemHintByHand : t.problemHint}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              maxLength={8000}
              autoSize={{ minRows: 3, maxRows: 10 }}
              value={problem.text}
              onChange={(event) => problem.write(event.target.value)}
            />
          )}
        </Field>
        <TriageFields said={said} change={setSaid} />
        {from === undefined ? (
          <div className="ticket-pair">
            <Field label={t.orderNo}>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={64}
                  value={orderNo.text}
                  onChange={(event) => orderNo.write(event.target.value)}
                />
              )}
            </Field>
            <Field label={t.customerId}>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={100}
                  value={customerId.text}
                  onChange={(event) => customerId.write(event.target.value)}
                />
              )}
            </Field>
          </div>
        ) : (
          <p className="muted small">{t.carried}</p>
        )}
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}

const textOrNull = (text: string) => (text.trim() === "" ? null : text.trim());
