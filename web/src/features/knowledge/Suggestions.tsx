import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import { useMay } from "../../api/session";
import type { Talk } from "../../api/talk";
import type { KnowledgeAnswer, KnowledgeFinding } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { AnswerText } from "./AnswerText";
import "./KnowledgePage.css";
import { messages, percent } from "./messages";
import { ProposeDialog } from "./ProposeDialog";
import { libraryPath } from "./useLibrary";

const SHOWN = 3;
const LONGEST = 2000;

/** What may answer the customer's last message, and a way to keep a good answer. */
export function Suggestions({ talk }: { talk: Talk }) {
  const mayRead = useMay("KNOWLEDGE_READ");
  return mayRead ? <Suggested talk={talk} /> : null;
}

function Suggested({ talk }: { talk: Talk }) {
  const t = useMessages(messages);
  const mayPropose = useMay("CONVERSATION_ANSWER");
  const [proposing, setProposing] = useState(false);
  const { shop, asked } = talk;
  const found = useQuery({
    queryKey: ["suggestions", shop, asked],
    queryFn: ({ signal }) =>
      api.post<KnowledgeAnswer>(
        "/api/v1/knowledge/answers",
        { shop, text: (asked ?? "").slice(0, LONGEST), audience: "STAFF" },
        { signal },
      ),
    enabled: asked !== null && asked.trim() !== "",
  });
  const list = found.data === undefined ? [] : shown(found.data);
  const first = list[0];
  const use = useUse(talk);
  const insert = (one: KnowledgeFinding) => {
    talk.insert(plain(one.answer));
    use.mutate({ one, outcome: "USED" });
  };
  useShortcuts(
    [
      {
        keys: "i",
        label: t.insertFirst,
        run: () => {
          if (first !== undefined && talk.mayAnswer) insert(first);
        },
      },
    ],
    first !== undefined && talk.mayAnswer,
  );
  return (
    <Panel
      title={t.suggestions}
      extra={
        mayPropose && (
          <Button size="small" onClick={() => setProposing(true)}>
            {t.propose}
          </Button>
        )
      }
    >
      <div className="stack">
        <ProblemNote error={found.error ?? use.error} />
        {found.data !== undefined && list.length === 0 && <p className="muted">{t.suggestionsNone}</p>}
        {list.map((one) => (
          <div key={one.source} className="stack tight">
            <span className="row">
              <strong className="grow">{one.question}</strong>
              <Badge tone={one.verdict === "ANSWERS" ? "good" : "quiet"}>{percent(one.confidence)}</Badge>
            </span>
            <AnswerText html={one.html} />
            <span className="row wrap">
              <Button size="small" disabled={!talk.mayAnswer} onClick={() => insert(one)}>
                {t.insert} {one === first && <kbd>i</kbd>}
              </Button>
              {one.kind === "ARTICLE" && (
                <Button size="small" type="text" onClick={() => use.mutate({ one, outcome: "NOT_HELPED" })}>
                  {t.notHelpful}
                </Button>
              )}
              {one.stale && <Badge tone="warn">{t.stale}</Badge>}
              {one.audience === "STAFF" && <Badge tone="info">{t.STAFF}</Badge>}
            </span>
          </div>
        ))}
      </div>
      {proposing && <ProposeDialog talk={talk} onClose={() => setProposing(false)} />}
    </Panel>
  );
}

function shown(found: KnowledgeAnswer): KnowledgeFinding[] {
  return [...(found.answer === null ? [] : [found.answer]), ...found.alternatives].slice(0, SHOWN);
}

/** Only an article counts its uses; the policy is what it is. */
function useUse(talk: Talk) {
  const t = useMessages(messages);
  const { message: toast } = App.useApp();
  return useMutation({
    mutationFn: async ({ one, outcome }: { one: KnowledgeFinding; outcome: "USED" | "NOT_HELPED" }) => {
      if (one.kind !== "ARTICLE") return;
      await api.put(`${libraryPath(talk.shop)}/${one.source}/uses/${newId()}`, {
        place: "DESK",
        outcome,
        conversation: talk.conversation,
      });
      if (outcome === "NOT_HELPED") void toast.info(t.noted);
    },
  });
}

/** As a customer reads it in a chat: without the marks. */
export function plain(answer: string): string {
  return answer
    .replaceAll(/\[([^\]]+)\]\((\S+?)\)/g, "$1 $2")
    .replaceAll(/\*\*|`/g, "")
    .replaceAll(/^#{1,3}\s+/gm, "");
}
