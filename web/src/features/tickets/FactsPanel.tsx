import { Link } from "@tanstack/react-router";
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import type { TicketView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { CopyButton } from "../../ui/CopyButton";
import { Field } from "../../ui/Field";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { ProofLinks } from "./ProofLinks";
import { useTicketAct } from "./useTickets";

/** What is known of the matter: nobody has to ask for it again. */
export function FactsPanel({ view }: { view: TicketView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [adding, setAdding] = useState(false);
  const { item, facts } = view;
  const may = view.allowed.includes("facts");
  return (
    <Panel title={t.facts} extra={may && <Button onClick={() => setAdding(true)}>{t.addFacts}</Button>}>
      <p className="ticket-problem">{view.problem}</p>
      <Facts
        of={[
          [t.customer, item.customerName ?? view.customerId],
          [t.orderNo, copied(item.orderNo)],
          [t.products, facts.products.map((one) => one.title ?? one.sku).join("、")],
          ...(facts.batch === null ? [] : [[t.batch, facts.batch] as const]),
          [t.carrier, facts.carrier],
          [t.trackingNo, copied(facts.trackingNo)],
          [
            t.proofs,
            facts.proofs.length === 0 ? null : (
              <span className="row wrap" key="proofs">
                <ProofLinks of={facts.proofs} />
              </span>
            ),
          ],
          [t.owner, item.owner.name],
          [t.limit, formatDateTime(view.limitAt, spoken)],
          [t.origin, <Origin key="origin" view={view} />],
          [t.openedBy, `${view.openedBy} · ${formatDateTime(item.openedAt, spoken)}`],
        ]}
      />
      {adding && <FactsDialog view={view} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

const copied = (text: string | null) =>
  text === null ? null : (
    <span className="row" key={text}>
      <span className="nums">{text}</span>
      <CopyButton text={text} />
    </span>
  );

function Origin({ view }: { view: TicketView }) {
  const t = useMessages(messages);
  const [kind, id = ""] = (view.origin ?? "").split(":");
  if (kind === "conversation")
    return (
      <Link to="/conversations" search={{ id }}>
        {t.fromConversation}
      </Link>
    );
  if (kind === "case")
    return (
      <Link to="/desk/cases/$id" params={{ id }}>
        {t.fromCase}
      </Link>
    );
  return t.byHand;
}

const NAMES = ["batch", "carrier", "trackingNo"] as const;

function FactsDialog({ view, onClose }: { view: TicketView; onClose: () => void }) {
  const t = useMessages(messages);
  const act = useTicketAct(view);
  const [known, setKnown] = useState({
    batch: view.facts.batch ?? "",
    carrier: view.facts.carrier ?? "",
    trackingNo: view.facts.trackingNo ?? "",
  });
  const [link, setLink] = useState("");
  const save = () =>
    act.mutate(
      {
        what: "facts",
        body: {
          products: view.facts.products,
          ...known,
          proofs: link.trim() === "" ? [] : [{ url: link.trim() }],
        },
      },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={t.addFacts}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="stack">
        {NAMES.map((name) => (
          <Field key={name} label={t[name]}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={60}
                value={known[name]}
                onChange={(event) => setKnown({ ...known, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t.proofLink}>
          {(ids) => (
            <Input
              {...ids}
              type="url"
              maxLength={2000}
              placeholder="https://"
              value={link}
              onChange={(event) => setLink(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}
