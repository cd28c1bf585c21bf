import { Alert, Button, Modal, Tooltip } from "antd";
import type { ReactNode } from "react";
import type { CaseView } from "../../api/views";
import { states, word } from "../../api/words";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { useActorName } from "./useActorName";
import type { Seen } from "./useSeen";

interface Props {
  title: string;
  item: CaseView;
  /** The action's name in `allowed`. */
  action: string;
  seen: Seen;
  /** Why it cannot be sent yet, or null. */
  missing: string | null;
  ok: ReactNode;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  onOk: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of approve, refuse and ask: the form, what changed meanwhile, one error, and why the button waits. */
export function DecisionDialog(props: Props) {
  const t = useMessages(messages);
  const { title, item, action, seen, ok, danger = false, busy, error, onOk, onClose, children } = props;
  const allowed = item.allowed.find((one) => one.action === action);
  const why =
    allowed?.enabled !== true
      ? (allowed?.because ?? t.notNow)
      : seen.changed
        ? t.conflictFirst
        : props.missing;
  return (
    <Modal
      open
      title={title}
      width={560}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <div className="row end">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Tooltip title={why}>
            <Button type="primary" danger={danger} disabled={why !== null} loading={busy} onClick={onOk}>
              {ok}
            </Button>
          </Tooltip>
        </div>
      }
    >
      {/* Ctrl+Enter sends from any field of the form. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (why === null && !busy) onOk();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && why === null && !busy) onOk();
        }}
      >
        {seen.changed && <Changed item={item} seen={seen} onLook={onClose} />}
        {children}
        {why !== null && !seen.changed && why !== props.missing && (
          <Alert type="warning" title={why} showIcon />
        )}
        <ProblemNote error={error} />
      </form>
    </Modal>
  );
}

function Changed({ item, seen, onLook }: { item: CaseView; seen: Seen; onLook: () => void }) {
  const t = useMessages(messages);
  const nameOf = useActorName(item);
  const spoken = useLanguage();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t.conflictTitle}
      description={
        <div className="stack tight">
          {item.state !== seen.known.state && (
            <strong>
              {t.conflictState(word(states, seen.known.state, spoken), word(states, item.state, spoken))}
            </strong>
          )}
          <ul className="changes">
            {seen.since.map((entry) => (
              <li key={`${entry.at} ${entry.step}`}>
                <span className="nums">{formatDateTime(entry.at, spoken)}</span>{" "}
                <strong>{nameOf(entry.by)}</strong> {entry.text}
              </li>
            ))}
          </ul>
          <span>{t.conflictKept}</span>
          <div className="row wrap">
            <Button size="small" onClick={onLook}>
              {t.conflictLook}
            </Button>
            <Button size="small" type="primary" ghost onClick={seen.accept}>
              {t.conflictGoOn}
            </Button>
          </div>
        </div>
      }
    />
  );
}
