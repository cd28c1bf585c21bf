import { Button, Input } from "antd";
import type { TicketView } from "../../api/views";
import { useMessages } from "../../i18n";
import { useDraft, useStableId } from "../../ui/drafts";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { messages } from "./messages";
import { useTicketAct } from "./useTickets";

const FIELD = "ticket-note";

/** A note for staff; it survives a reload until it has arrived. */
export function NoteBox({ view }: { view: TicketView }) {
  const t = useMessages(messages);
  const draft = useDraft(`ticket-note:${view.item.id}`);
  const stable = useStableId(`ticket-note:${view.item.id}`);
  const act = useTicketAct(view);
  const empty = draft.text.trim() === "";
  const send = () =>
    act.mutate(
      { what: `notes/${stable.id}`, body: { text: draft.text.trim() } },
      {
        onSuccess: () => {
          draft.done();
          stable.next();
        },
      },
    );
  useShortcuts([{ keys: "n", label: t.note, run: () => document.getElementById(FIELD)?.focus() }]);
  return (
    <div className="stack tight ticket-note">
      <label htmlFor={FIELD}>
        {t.note} <span className="muted small">{t.noteHint}</span>
      </label>
      <Input.TextArea
        id={FIELD}
        maxLength={4000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={draft.text}
        onChange={(event) => draft.write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !empty) send();
        }}
      />
      <div>
        <Button disabled={empty} loading={act.isPending} onClick={send}>
          {t.send}
        </Button>
      </div>
      <ProblemNote error={act.error} />
    </div>
  );
}
