import type { CaseMessage, PortalCase } from "../contract";
import { useLanguage, useMessages } from "../../i18n";
import { useKept } from "../kept";
import { Button } from "../parts/Button";
import { Field } from "../parts/Field";
import { exactTime } from "../times";
import { useNow } from "../useNow";
import { messages } from "./messages";
import { useOutbox, type Unsent } from "./useOutbox";

/** What was said about this case, and the place to say something. */
export function Conversation({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const outbox = useOutbox(it.id, it.messages);
  const [text, setText] = useKept(`message:${it.id}`, () => "");
  const open = it.allowed.includes("message");
  const nothing = it.messages.length === 0 && outbox.unsent.length === 0;

  const send = () => {
    const trimmed = text.trim();
    if (trimmed === "") return;
    outbox.write(trimmed);
    setText(() => "");
  };

  if (nothing && !open) return null;
  return (
    <section className="card" aria-labelledby="conversation">
      <h2 id="conversation">{t.messages}</h2>
      {nothing && <p className="soft">{t.messagesEmpty}</p>}
      <div role="log" aria-labelledby="conversation">
        <ol className="messages">
          {it.messages.map((message) => (
            <Said key={message.id} message={message} />
          ))}
          {outbox.unsent.map((message) => (
            <OnItsWay
              key={message.id}
              message={message}
              onAgain={() => void outbox.deliver(message)}
              onDiscard={() => outbox.discard(message.id)}
            />
          ))}
        </ol>
      </div>
      {open ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Field label={t.write}>
            {(field) => (
              <textarea
                {...field}
                className="input"
                rows={2}
                maxLength={2000}
                value={text}
                onChange={(event) => setText(() => event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
                }}
              />
            )}
          </Field>
          <Button type="submit" look={text.trim() === "" ? "quiet" : "strong"} full>
            {t.send}
          </Button>
        </form>
      ) : (
        <p className="small soft">{t.messagesClosed}</p>
      )}
    </section>
  );
}

function Said({ message }: { message: CaseMessage }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const now = useNow(60_000);
  const mine = message.from === "CUSTOMER";
  const by = mine ? t.you : message.from === "SYSTEM" ? t.system : message.author || t.shopStaff;
  return (
    <li className={`message ${mine ? "mine" : ""}`}>
      <p className="message-by">
        {by} · <time dateTime={message.at}>{exactTime(message.at, now, language)}</time>
      </p>
      <p className="bubble">{message.text}</p>
    </li>
  );
}

interface OnItsWayProps {
  message: Unsent;
  onAgain: () => void;
  onDiscard: () => void;
}

function OnItsWay({ message, onAgain, onDiscard }: OnItsWayProps) {
  const t = useMessages(messages);
  const stuck = message.state === "failed" || message.state === "refused";
  const state = {
    sending: t.sending,
    sent: t.sent,
    failed: t.failed,
    refused: message.because ?? t.refusedMessage,
  }[message.state];
  return (
    <li className={`message mine ${stuck ? "failed" : ""}`}>
      <p className="bubble">{message.text}</p>
      <p className={stuck ? "message-by wrong" : "message-by"} role={stuck ? "alert" : undefined}>
        {state}
      </p>
      {stuck && (
        <div className="row end">
          {message.state === "failed" && (
            <Button look="quiet" onClick={onAgain}>
              {t.resend}
            </Button>
          )}
          <Button look="plain" onClick={onDiscard}>
            {t.discard}
          </Button>
        </div>
      )}
    </li>
  );
}
