import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { Talk } from "../../api/talk";
import type { ScriptSuggestion, ScriptSuggestions } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { useSettled } from "../../ui/useSettled";
import { filled } from "./blanks";
import { messages } from "./messages";
import { ScriptText } from "./ScriptText";
import "./ScriptsPage.css";
import { Vote } from "./Vote";

const SHOWN = 3;
const QUIET_FOR = 250;

/** What may be said next: the soothing word first when the customer is upset. */
export function DeskScripts({ talk }: { talk: Talk }) {
  const mayRead = useMay("SCRIPT_READ");
  return mayRead ? <Suggested key={talk.conversation} talk={talk} /> : null;
}

function Suggested({ talk }: { talk: Talk }) {
  const t = useMessages(messages);
  const [typed, setTyped] = useState("");
  const [filling, setFilling] = useState<string | null>(null);
  const path = `/api/v1/conversations/${talk.conversation}/script-suggestions`;
  const looked = useSettled(typed.trim(), QUIET_FOR);
  const found = useQuery({
    queryKey: ["script-suggestions", talk.conversation, talk.asked, looked],
    queryFn: ({ signal }) => api.post<ScriptSuggestions>(path, { typed: looked }, { signal }),
    placeholderData: keepPreviousData,
  });
  const taking = useMutation({
    mutationFn: ({ one, text }: { one: ScriptSuggestion; text: string }) =>
      api.put(`${path}/${one.id}`, { key: one.key, language: one.language, text }),
  });
  const list = (found.data?.items ?? []).slice(0, looked === "" ? SHOWN : undefined);
  const first = list[0];
  const insert = (one: ScriptSuggestion, text: string) => {
    talk.insert(text);
    setFilling(null);
    taking.mutate({ one, text });
  };
  const choose = (one: ScriptSuggestion) => {
    if (one.missing.length === 0) insert(one, one.text);
    else setFilling(one.id);
  };
  useShortcuts(
    [
      {
        keys: "s",
        label: t.insertFirst,
        run: () => {
          if (first !== undefined && talk.mayAnswer) choose(first);
        },
      },
    ],
    first !== undefined && talk.mayAnswer,
  );
  const mood = found.data?.mood;
  return (
    <Panel title={t.suggestions}>
      <div className="stack">
        {found.data?.upset === true && mood !== undefined && (
          <Badge tone="warn">{t.upset(t[`mood_${mood}`])}</Badge>
        )}
        <Input
          size="small"
          allowClear
          aria-label={t.find}
          placeholder={t.find}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ProblemNote error={found.error ?? taking.error} />
        {found.data !== undefined && list.length === 0 && <p className="muted">{t.suggestionsNone}</p>}
        {list.map((one) => (
          <div key={one.id} className="stack tight script-suggestion">
            <span className="row wrap">
              {one.soothes && <Badge tone="warn">{t.soothes}</Badge>}
              {one.intent !== null && <Badge tone="info">{one.intent}</Badge>}
            </span>
            <ScriptText text={one.text} blanks={one.missing} />
            {filling === one.id ? (
              <Filling one={one} insert={(text) => insert(one, text)} cancel={() => setFilling(null)} />
            ) : (
              <span className="row wrap">
                <Button size="small" disabled={!talk.mayAnswer} onClick={() => choose(one)}>
                  {one.missing.length === 0 ? t.insert : t.fill} {one === first && <kbd>s</kbd>}
                </Button>
                <Vote shop={talk.shop} which={`${one.key}/${one.language}`} />
              </span>
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}

/** What we do not know is asked for, one blank behind the other; Enter in the last one inserts. */
function Filling({
  one,
  insert,
  cancel,
}: {
  one: ScriptSuggestion;
  insert: (text: string) => void;
  cancel: () => void;
}) {
  const t = useMessages(messages);
  const [values, setValues] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const complete = one.missing.every((blank) => (values[blank.name] ?? "").trim() !== "");
  return (
    <form
      ref={form}
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) {
          insert(filled(one.text, values));
          return;
        }
        const empty = [...(form.current?.querySelectorAll("input") ?? [])].find(
          (input) => input.value.trim() === "",
        );
        empty?.focus();
      }}
    >
      {one.missing.map((blank) => (
        <label key={blank.name} className="stack tight small">
          {blank.label}
          <Input
            size="small"
            maxLength={300}
            placeholder={blank.name.endsWith("_by") || blank.name.endsWith("_at") ? t.blankHint : ""}
            onKeyDown={(event) => {
              if (event.key === "Escape") cancel();
            }}
            value={values[blank.name] ?? ""}
            onChange={(event) => setValues({ ...values, [blank.name]: event.target.value })}
          />
        </label>
      ))}
      <span className="row wrap">
        <Button size="small" type="primary" htmlType="submit">
          {t.insert}
        </Button>
        <Button size="small" onClick={cancel}>
          {t.cancel}
        </Button>
      </span>
    </form>
  );
}
