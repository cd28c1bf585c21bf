import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { formatDateTime, formatDuration, useLanguage, useMessages } from "../i18n";
import { upload } from "../api/client";
import type { components } from "../api/schema";
import { newId } from "../api/id";
import { asProblem } from "../api/problems";
import { downscale, UnreadablePicture } from "../ui/downscale";
import { keep, kept } from "./kept";
import type { ChatFile, ChatPlace } from "./merge";
import { messages } from "./messages";
import { useChat } from "./useChat";

/** How the bot begins, before the customer has said anything. */
export type Greeting = Required<components["schemas"]["Greeting"]>;

export function Chat({
  who,
  title,
  page,
  greeting,
}: {
  who: string;
  title: string;
  page: string | null;
  greeting: Greeting | null;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { talk, unsent, say, backToBot, offline } = useChat(who, page);
  const box = useRef<HTMLDivElement>(null);
  const known = new Set(talk.said.map((one) => one.id));
  const lines = talk.said.length + unsent.length;

  useLayoutEffect(() => {
    const frame = box.current;
    if (frame !== null) frame.scrollTop = frame.scrollHeight;
  }, [lines]);
  useTellFrame(talk.said.length);
  const last = talk.said.at(-1);
  const begins = greeting !== null && (lines === 0 || talk.state === "CLOSED");
  const choices = begins
    ? greeting.choices
    : talk.bot && unsent.length === 0 && last?.bot === true
      ? last.choices
      : [];

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
            <p>{greeting === null ? t.helloHint : greeting.text}</p>
          </div>
        )}
        <ol>
          {talk.said.map((one) => (
            <li key={one.id} className={one.from === "CUSTOMER" ? "mine" : "theirs"}>
              <span>
                {one.from === "CUSTOMER" ? t.you : (one.author ?? t.shop)}
                {one.bot && ` (${t.bot})`} · <time dateTime={one.at}>{formatDateTime(one.at, spoken)}</time>
              </span>
              {one.text !== "" && <p>{one.text}</p>}
              <Files of={one.attachments} />
            </li>
          ))}
          {unsent
            .filter((one) => !known.has(one.id))
            .map((one) => (
              <li key={one.id} className="mine unsent">
                <span>{one.failed ? t.waits : t.sending}</span>
                {one.text !== "" && <p>{one.text}</p>}
                <Files of={one.files} />
              </li>
            ))}
        </ol>
        {talk.place !== null && <Place of={talk.place} />}
        {talk.state === "CLOSED" && <p className="chat-line">{t.closed}</p>}
      </div>
      <Quick
        choices={choices}
        person={(begins || talk.bot) && !choices.includes(t.person)}
        back={talk.botOffered && talk.state === "OPEN" ? backToBot : null}
        say={(text) => say(text, [])}
      />
      <WriteBox who={who} say={say} />
    </div>
  );
}

/** Answers that need no typing; a person is always one touch away. */
function Quick({
  choices,
  person,
  back,
  say,
}: {
  choices: readonly string[];
  person: boolean;
  back: (() => void) | null;
  say: (text: string) => void;
}) {
  const t = useMessages(messages);
  if (choices.length === 0 && !person && back === null) return null;
  return (
    <div className="chat-quick" role="group" aria-label={t.quick}>
      {choices.map((one) => (
        <button key={one} type="button" onClick={() => say(one)}>
          {one}
        </button>
      ))}
      {person && (
        <button type="button" onClick={() => say(t.person)}>
          {t.person}
        </button>
      )}
      {back !== null && (
        <button type="button" onClick={back}>
          {t.backToBot}
        </button>
      )}
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

/** Pictures as pictures, all else by name; what is not there says why. */
function Files({ of }: { of: readonly ChatFile[] }) {
  const t = useMessages(messages);
  return of.map((file) =>
    file.url === null ? (
      <span key={file.id} className="chat-file">
        {file.name} · {file.trouble}
      </span>
    ) : (
      <a key={file.id} className="chat-file" href={file.url} target="_blank" rel="noreferrer noopener">
        {file.width === null ? (
          file.name
        ) : (
          <img
            src={file.url}
            alt={`${t.photo} ${file.name}`}
            width={file.width}
            height={file.height ?? file.width}
          />
        )}
      </a>
    ),
  );
}

function WriteBox({ who, say }: { who: string; say: (text: string, files: readonly ChatFile[]) => void }) {
  const t = useMessages(messages);
  const [files, setFiles] = useState<readonly ChatFile[]>([]);
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const attach = async (chosen: readonly File[]) => {
    setSending(true);
    setTrouble(null);
    try {
      for (const file of chosen) {
        const form = new FormData();
        form.append("file", await smaller(file), file.name);
        const kept = await upload<ChatFile>("PUT", `/api/v1/portal/chat/attachments/${newId()}`, form);
        setFiles((now) => [...now, kept]);
      }
    } catch (problem) {
      setTrouble(asProblem(problem).title);
    } finally {
      setSending(false);
    }
  };
  const [text, setText] = useState(() => kept(`${who}:typed`, ""));
  const write = (typed: string) => {
    keep(`${who}:typed`, typed);
    setText(typed);
  };
  const empty = text.trim() === "" && files.length === 0;
  const go = () => {
    if (empty || sending) return;
    say(text.trim(), files);
    write("");
    setFiles([]);
  };
  return (
    <form
      className="chat-write"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {(files.length > 0 || trouble !== null) && (
        <div className="chat-chosen">
          {files.map((file) => (
            <button
              key={file.id}
              type="button"
              aria-label={`${t.remove} ${file.name}`}
              onClick={() => setFiles(files.filter((one) => one.id !== file.id))}
            >
              {file.name} ×
            </button>
          ))}
          <span role="status">{trouble}</span>
        </div>
      )}
      <button
        type="button"
        className="chat-attach"
        aria-label={t.attach}
        disabled={sending || files.length >= MOST_FILES}
        onClick={() => input.current?.click()}
      >
        +
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t.attach}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = "";
          void attach(chosen.slice(0, MOST_FILES - files.length));
        }}
      />
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
      <button type="submit" disabled={empty || sending}>
        {t.send}
      </button>
    </form>
  );
}

const MOST_FILES = 10;

/** A photo in the size that is needed; what this browser cannot draw goes as it is. */
async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith("image/")) return file;
  return downscale(file).catch((problem: unknown) => {
    if (problem instanceof UnreadablePicture) return file;
    throw problem;
  });
}

/** The page around learns how many messages there are, and nothing of what they say. */
function useTellFrame(count: number) {
  useEffect(() => {
    if (window.parent !== window) window.parent.postMessage({ anxinChat: { messages: count } }, "*");
  }, [count]);
}
