import { Button, Input, Segmented } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { api } from "../../api/client";
import { useInserted, type Typed } from "../../api/talk";
import type { ConversationView } from "../../api/views";
import { useMessages } from "../../i18n";
import { keepDraft, readDraft, useDraft, useStableId } from "../../ui/drafts";
import { ProblemNote } from "../../ui/ProblemNote";
import { ChosenFiles, FileButton } from "../../ui/FileButton";
import { useFiles } from "../../ui/useFiles";
import { useShortcuts } from "../../ui/shortcuts";
import { messages } from "./messages";
import { useSay } from "./useConversation";

const KEEP_AFTER = 800;

/** What is typed is kept here at once and on the server a moment later; it survives a reload and another screen. */
export function Composer({
  view,
  onWriting,
  check,
}: {
  view: ConversationView;
  onWriting: (writing: boolean) => void;
  check?: (typed: Typed) => ReactNode;
}) {
  const t = useMessages(messages);
  const { id } = view.item;
  const mayAnswer = view.allowed.includes("answer");
  const [noting, setNoting] = useState(false);
  const note = noting || !mayAnswer;
  const key = `conversation:${id}:${note ? "note" : "answer"}`;
  const draft = useServerDraft(view, key, !note);
  const sending = useStableId(key);
  const say = useSay(id);
  const files = useFiles(`/api/v1/conversations/${id}/attachments`);
  const text = draft.text.trim();
  const empty = text === "" && files.files.length === 0;

  useEffect(() => onWriting(text !== "" && !note), [text, note, onWriting]);

  const focus = () => requestAnimationFrame(() => document.getElementById("say")?.focus());
  useInserted(id, (inserted) => {
    if (note) {
      // The answer's draft is read when the note gives way to it.
      const answer = `conversation:${id}:answer`;
      keepDraft(answer, joinedTo(readDraft(answer), inserted));
      setNoting(false);
    } else draft.write(joinedTo(draft.text, inserted));
    focus();
  });
  useShortcuts([
    {
      keys: "r",
      label: t.goAnswer,
      run: () => {
        setNoting(false);
        focus();
      },
    },
    {
      keys: "n",
      label: t.goNote,
      run: () => {
        setNoting(true);
        focus();
      },
    },
  ]);
  const go = () => {
    if (empty || files.sending || say.isPending) return;
    say.mutate(
      { message: sending.id, text, note, attachments: files.files.map((one) => one.id) },
      {
        onSuccess: () => {
          draft.done();
          files.clear();
          sending.next();
        },
      },
    );
  };
  return (
    <form
      className={note ? "talk-write note" : "talk-write"}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <div className="row between">
        <Segmented
          size="small"
          aria-label={t.mode}
          value={note ? "note" : "answer"}
          onChange={(mode) => setNoting(mode === "note")}
          options={[
            { value: "answer", label: t.answer, disabled: !mayAnswer },
            { value: "note", label: t.note },
          ]}
        />
        <span className="small muted">{text === "" ? "" : t.kept}</span>
      </div>
      {!mayAnswer && (
        <p className="small muted">{view.item.state === "CLOSED" ? t.isClosed : t.cannotAnswer}</p>
      )}
      <label className="sr-only" htmlFor="say">
        {note ? t.note : t.answer}
      </label>
      <Input.TextArea
        id="say"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={8000}
        placeholder={note ? t.noteHint : t.answerHint}
        value={draft.text}
        onChange={(event) => draft.write(event.target.value)}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) void files.add([...event.clipboardData.files]);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) go();
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      {!note && check?.({ shop: view.item.shop, text: draft.text, write: draft.write })}
      <ChosenFiles of={files} />
      <ProblemNote error={say.error ?? files.error} />
      <div className="row between">
        <FileButton of={files} />
        <Button htmlType="submit" type="primary" disabled={empty || files.sending} loading={say.isPending}>
          {note ? t.save : t.send}
        </Button>
      </div>
    </form>
  );
}

function joinedTo(typed: string, more: string): string {
  return typed.trim() === "" ? more : `${typed.trimEnd()}\n${more}`;
}

function useServerDraft(view: ConversationView, key: string, onServer: boolean) {
  const { id } = view.item;
  // Typed on another screen, and nothing on this one.
  useState(() => {
    if (onServer && view.draft !== null && readDraft(key) === "") keepDraft(key, view.draft);
  });
  const draft = useDraft(key);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (text: string) => {
    draft.write(text);
    clearTimeout(timer.current);
    if (onServer)
      timer.current = setTimeout(() => {
        // It is still kept here; the next key tries again.
        api.put(`/api/v1/conversations/${id}/draft`, { text }).catch(() => undefined);
      }, KEEP_AFTER);
  };
  const done = () => {
    clearTimeout(timer.current);
    draft.done();
  };
  return { text: draft.text, write, done };
}
