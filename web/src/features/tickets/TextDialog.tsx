import { Input, Modal } from "antd";
import type { ReactNode } from "react";
import type { TicketView } from "../../api/views";
import { asProblem } from "../../api/problems";
import { useMessages } from "../../i18n";
import { useDraft } from "../../ui/drafts";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { useTicketAct } from "./useTickets";

/** An act on a ticket that needs words; they are kept until they have arrived. */
export function TextDialog({
  view,
  title,
  label,
  hint,
  what,
  body,
  ready = true,
  done,
  children,
  onClose,
}: {
  view: TicketView;
  title: string;
  label: string;
  hint?: string;
  what: string;
  body: (text: string) => unknown;
  /** Whether all else is chosen. */
  ready?: boolean;
  done?: () => void;
  children?: ReactNode;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const draft = useDraft(`ticket-act:${view.item.id}:${title}`);
  const act = useTicketAct(view);
  const able = ready && draft.text.trim() !== "";
  const conflict = act.error !== null && asProblem(act.error).status === 409;
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !able }}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={() =>
        act.mutate(
          { what, body: body(draft.text.trim()) },
          {
            onSuccess: () => {
              draft.done();
              done?.();
              onClose();
            },
          },
        )
      }
      onCancel={onClose}
    >
      <div className="stack">
        {children}
        <Field label={label} {...(hint === undefined ? {} : { hint })}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoFocus
              maxLength={4000}
              autoSize={{ minRows: 3, maxRows: 10 }}
              value={draft.text}
              onChange={(event) => draft.write(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={act.error}>{conflict ? t.conflict : undefined}</ProblemNote>
      </div>
    </Modal>
  );
}
