import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { TicketRequestItem, TicketRequestView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Facts } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { AnswerDialog } from "./AnswerDialog";
import { messages } from "./messages";
import { ProofLinks } from "./ProofLinks";
import { ticketsKey } from "./useTickets";

/** Everything the department needs to answer, and its two answers. */
export function RequestActs({ item }: { item: TicketRequestItem }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [doing, setDoing] = useState<"answer" | "question" | null>(null);
  const found = useQuery({
    queryKey: ticketsKey("request", item.id),
    queryFn: ({ signal }) => api.get<TicketRequestView>(`/api/v1/ticket-requests/${item.id}`, { signal }),
  });
  const view = found.data;
  return (
    <>
      <ProblemNote error={found.error} />
      {view !== undefined && (
        <>
          <p className="ticket-words">{view.problem}</p>
          <Facts
            of={[
              [t.customer, view.customerName],
              [t.orderNo, view.orderNo],
              [t.products, view.facts.products.map((one) => one.title ?? one.sku).join("、")],
              [t.batch, view.facts.batch],
              [
                t.trackingNo,
                [view.facts.carrier, view.facts.trackingNo].filter((one) => one !== null).join(" "),
              ],
            ]}
          />
          {view.words.length > 1 && (
            <ul className="ticket-talk">
              {view.words.slice(1).map((word) => (
                <li key={word.at + word.kind} className="ticket-words">
                  <span className="muted small">{word.by}</span> {word.text}
                </li>
              ))}
            </ul>
          )}
          {view.facts.proofs.length > 0 && (
            <div className="row wrap">
              <ProofLinks of={view.facts.proofs} />
            </div>
          )}
        </>
      )}
      {item.state === "ASKED" && (
        <div className="row">
          <Button type="primary" data-action="answer" onClick={() => setDoing("answer")}>
            {t.answer} <kbd aria-hidden="true">f</kbd>
          </Button>
          <Button data-action="ask-back" onClick={() => setDoing("question")}>
            {t.askBack} <kbd aria-hidden="true">b</kbd>
          </Button>
        </div>
      )}
      {doing !== null && (
        <AnswerDialog
          id={item.id}
          kind={doing}
          done={() => queries.invalidateQueries({ queryKey: ticketsKey() })}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}
