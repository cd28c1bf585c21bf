import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { formatDateTime, formatDuration, useLanguage, useMessages } from "../i18n";
import { keep, kept } from "./kept";
import type { ChatPlace } from "./merge";
import { messages } from "./messages";
import { useChat } from "./useChat";

export function Chat({ who, title, page }: { who: string; title: string; page: string | null }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { talk, unsent, say, offline } = useChat(who, page);
  const box = useRef<HTMLDivElement>(null);
  const known = new Set(talk.said.map((one) => one.id));
  const lines = talk.said.length + unsent.length;

  useLayoutEffect(() => {
    const frame = box.current;
    if (frame !== null) frame.scrollTop = frame.scrollHeight;
  }, [lines]);
  useTellFrame(talk.said.length);

  return (
    <div className="chat">
      <header>
        <strong>{title}</strong>
      </header>
      <p role="status" className="chat-line">
        {offline && t.offline}
      </p>
      {/* A frame that scrolls is reached by key as well. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="chat-said" ref={box} role="log" aria-label={t.talk} tabIndex={0}>
        {lines === 0 && (
          <div className="chat-hello">
            <strong>{t.hello}</strong>
            <p>{t.helloHint}</p>
          </div>
        )}
        <ol>
          {talk.said.map((one) => (
            <li key={one.id} className={one.from === "CUSTOMER" ? "mine" : "theirs"}>
              <span>
                {one.from === "CUSTOMER" ? t.you : (one.author ?? t.shop)} ·{" "}
                <time dateTime={one.at}>{formatDateTime(one.at, spoken)}</time>
              </span>
              <p>{one.text}</p>
            </li>
          ))}
          {unsent
            .filter((one) => !known.has(one.id))
            .map((one) => (
              <li key={one.id} className="mine unsent">
                <span>{one.failed ? t.waits : t.sending}</span>
                <p>{one.text}</p>
              </li>
            ))}
        </ol>
        {talk.place !== null && <Place of={talk.place} />}
        {talk.state === "CLOSED" && <p className="chat-line">{t.closed}</p>}
      </div>
      <WriteBox who={who} say={say} />
    </div>
  );
}

/** The true place, and how long four in five wait from there. */
function Place({ of }: { of: ChatPlace }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <p className="chat-line" role="status">
      {t.place(of.place)}
      {of.within !== null && ` · ${t.within(formatDuration(of.within * 1000, spoken))}`}
    </p>
  );
}

function WriteBox({ who, say }: { who: string; say: (text: string) => void }) {
  const t = useMessages(messages);
  const [text, setText] = useState(() => kept(`${who}:typed`, ""));
  const write = (typed: string) => {
    keep(`${who}:typed`, typed);
    setText(typed);
  };
  const go = () => {
    if (text.trim() === "") return;
    say(text.trim());
    write("");
  };
  return (
    <form
      className="chat-write"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <textarea
        aria-label={t.write}
        placeholder={t.write}
        rows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          // While a Chinese word is being composed, Enter chooses the word.
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            go();
          }
        }}
      />
      <button type="submit" disabled={text.trim() === ""}>
        {t.send}
      </button>
    </form>
  );
}

/** The page around learns how many messages there are, and nothing of what they say. */
function useTellFrame(count: number) {
  useEffect(() => {
    if (window.parent !== window) window.parent.postMessage({ anxinChat: { messages: count } }, "*");
  }, [count]);
}
