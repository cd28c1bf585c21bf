import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import { useMay } from "../../api/session";
import type { Talk } from "../../api/talk";
import type { Drafted, Drafting } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { readDraft } from "../../ui/drafts";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { languages, messages } from "./messages";

type Wish =
  | { kind: "ANSWER" }
  | { kind: "SUMMARY" }
  | { kind: "THEIRS"; text: string; to: string }
  | { kind: "MINE"; text: string; to: string };

const LONGEST = 2000;

/** What the shop's language model drafts; nothing at all where none is connected. */
export function AssistantPanel({ talk }: { talk: Talk }) {
  const mayAnswer = useMay("CONVERSATION_ANSWER");
  const drafting = useQuery({
    queryKey: ["drafting", talk.shop],
    queryFn: ({ signal }) => api.get<Drafting>(`/api/v1/shops/${talk.shop}/drafting`, { signal }),
    enabled: mayAnswer,
    staleTime: 60_000,
  });
  const purposes = drafting.data?.purposes.filter((one) => one !== "OPINION") ?? [];
  return purposes.length === 0 ? null : <Assistant key={talk.conversation} talk={talk} purposes={purposes} />;
}

function Assistant({ talk, purposes }: { talk: Talk; purposes: Drafting["purposes"] }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { message: toast } = App.useApp();
  const [to, setTo] = useState<string>(spoken === "zh" ? "en" : "zh");
  const ask = useMutation({
    mutationFn: (wish: Wish) => {
      const base = `/api/v1/conversations/${talk.conversation}`;
      return wish.kind === "ANSWER" || wish.kind === "SUMMARY"
        ? api.post<Drafted>(`${base}/drafts`, { kind: wish.kind })
        : api.post<Drafted>(`${base}/translations`, { text: wish.text.slice(0, LONGEST), to: wish.to });
    },
  });
  const note = useMutation({
    mutationFn: (text: string) =>
      api.put(`/api/v1/conversations/${talk.conversation}/messages/${newId()}`, {
        text,
        note: true,
        attachments: [],
      }),
    onSuccess: () => {
      ask.reset();
      void toast.success(t.noted);
    },
  });
  const drafts = purposes.includes("ANSWER") && talk.mayAnswer && talk.asked !== null;
  const translates = purposes.includes("TRANSLATION");
  const wish = (next: Wish) => {
    if (!ask.isPending) ask.mutate(next);
  };
  useShortcuts(
    [{ keys: "d", label: t.draftAnswer, run: () => wish({ kind: "ANSWER" }) }],
    drafts && !ask.isPending,
  );
  const translateMine = () => {
    const typed = readDraft(`conversation:${talk.conversation}:answer`).trim();
    if (typed === "") void toast.info(t.nothingTyped);
    else wish({ kind: "MINE", text: typed, to });
  };
  return (
    <Panel title={t.assistant}>
      <div className="stack">
        <span className="row wrap">
          {purposes.includes("ANSWER") && (
            <Button size="small" disabled={!drafts} onClick={() => wish({ kind: "ANSWER" })}>
              {t.draftAnswer} <kbd>d</kbd>
            </Button>
          )}
          {purposes.includes("SUMMARY") && (
            <Button size="small" onClick={() => wish({ kind: "SUMMARY" })}>
              {t.summary}
            </Button>
          )}
          {translates && (
            <Button
              size="small"
              disabled={talk.asked === null}
              onClick={() => wish({ kind: "THEIRS", text: talk.asked ?? "", to: spoken })}
            >
              {t.translateTheirs}
            </Button>
          )}
        </span>
        {translates && talk.mayAnswer && (
          <span className="row wrap">
            <Button size="small" onClick={translateMine}>
              {t.translateMine}
            </Button>
            <Select
              size="small"
              aria-label={t.into}
              value={to}
              onChange={setTo}
              popupMatchSelectWidth={false}
              options={[...languages]}
            />
          </span>
        )}
        <ProblemNote error={ask.error ?? note.error} />
        {ask.isPending && (
          <span role="status" className="small muted" aria-busy="true">
            …
          </span>
        )}
        {ask.data !== undefined && (
          <div className="stack tight" aria-live="polite">
            <span className="row wrap">
              <Badge tone="warn">{t.draft}</Badge>
              <span className="small muted">{ask.data.model}</span>
            </span>
            <p className="keep-lines">{ask.data.text}</p>
            {ask.data.sources.length > 0 && (
              <span className="small muted">
                {t.from}: {ask.data.sources.join("、")}
              </span>
            )}
            <span className="row wrap">
              {ask.variables.kind === "SUMMARY" ? (
                <Button size="small" loading={note.isPending} onClick={() => note.mutate(ask.data.text)}>
                  {t.note}
                </Button>
              ) : (
                ask.variables.kind !== "THEIRS" && (
                  <Button
                    size="small"
                    disabled={!talk.mayAnswer}
                    onClick={() => {
                      talk.insert(ask.data.text);
                      ask.reset();
                    }}
                  >
                    {t.insert}
                  </Button>
                )
              )}
              <Button size="small" type="text" onClick={() => ask.reset()}>
                {t.drop}
              </Button>
            </span>
          </div>
        )}
      </div>
    </Panel>
  );
}
