import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { KnowledgeAnswer, KnowledgeFinding } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { AnswerText } from "./AnswerText";
import { messages, percent } from "./messages";

/** A question in; what a customer would be told, how sure we are, and what came near. */
export function TryBox({ shop, open }: { shop: string; open: (article: string) => void }) {
  const t = useMessages(messages);
  const [text, setText] = useState("");
  const ask = useMutation({
    mutationFn: () => api.post<KnowledgeAnswer>("/api/v1/knowledge/answers", { shop, text }),
  });
  const said = ask.data;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") ask.mutate();
      }}
    >
      <Field label={t.customerAsks} hint={t.tryHint}>
        {(ids) => <Input {...ids} maxLength={2000} value={text} onChange={(e) => setText(e.target.value)} />}
      </Field>
      <span>
        <Button type="primary" htmlType="submit" disabled={text.trim() === ""} loading={ask.isPending}>
          {t.ask}
        </Button>
      </span>
      <ProblemNote error={ask.error} />
      <div aria-live="polite" className="stack">
        {said !== undefined && (
          <>
            <span className="row wrap">
              <Badge tone={said.verdict === "ANSWERS" ? "good" : said.verdict === "RELATED" ? "warn" : "bad"}>
                {t[said.verdict]}
              </Badge>
              <span className="nums">{percent(said.confidence)}</span>
            </span>
            {said.verdict === "NOT" && <p className="muted">{t.notHint}</p>}
            {said.answer !== null && <Found one={said.answer} open={open} />}
            {said.alternatives.map((one) => (
              <Found key={one.source} one={one} open={open} />
            ))}
          </>
        )}
      </div>
    </form>
  );
}

function Found({ one, open }: { one: KnowledgeFinding; open: (article: string) => void }) {
  const t = useMessages(messages);
  return (
    <Panel
      title={
        one.kind === "ARTICLE" ? (
          <button type="button" className="link" onClick={() => open(one.source)}>
            {one.question}
          </button>
        ) : (
          one.question
        )
      }
      extra={<span className="nums small">{percent(one.confidence)}</span>}
    >
      <AnswerText html={one.html} />
      {one.basis !== null && <p className="small muted">{t.basis(one.basis)}</p>}
      <span className="row wrap small muted">
        <Badge>{one.kind === "POLICY" ? t.policy : t.article}</Badge>
        {one.stale && <Badge tone="warn">{t.stale}</Badge>}
        {t.nearest(one.phrasing)}
      </span>
    </Panel>
  );
}
