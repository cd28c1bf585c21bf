import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { AnalysisView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Field } from "../../ui/Field";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { languages, messages, percent } from "./messages";

/** A sentence in, everything that is understood of it out, by the model that is live. */
export function TrialTab({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const [text, setText] = useState("");
  const analyse = useMutation({
    mutationFn: () => api.post<AnalysisView>("/api/v1/language/analysis", { text, context: { shop } }),
  });
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        if (text.trim() !== "") analyse.mutate();
      }}
    >
      <Field label={t.sentence} hint={t.sentenceHint}>
        {(ids) => <Input {...ids} maxLength={2000} value={text} onChange={(e) => setText(e.target.value)} />}
      </Field>
      <span className="row wrap">
        <Button type="primary" htmlType="submit" disabled={text.trim() === ""} loading={analyse.isPending}>
          {t.analyse}
        </Button>
        {analyse.isPending && <span className="small muted">{t.firstTime}</span>}
      </span>
      <ProblemNote error={analyse.error} />
      <div aria-live="polite">{analyse.data !== undefined && <Understood of={analyse.data} />}</div>
    </form>
  );
}

/** Under this it is more likely about something else than not. */
const DOUBT = 0.5;

function Understood({ of }: { of: AnalysisView }) {
  const t = useMessages(messages);
  return (
    <Panel title={of.model === 0 ? t.shipped : `${t.version} ${of.model}`}>
      <div className="stack">
        {of.intents.map((one) => (
          <div key={one.key} className="language-bar">
            <span>{one.name}</span>
            <meter min={0} max={1} value={one.confidence} aria-label={`${t.confidence} ${one.name}`} />
            <span className="nums">{percent(one.confidence)}</span>
          </div>
        ))}
        <span className="row wrap">
          {of.inScope < DOUBT && <Badge tone="warn">{t.outOfScope}</Badge>}
          {of.wantsPerson && <Badge tone="info">{t.wantsPerson}</Badge>}
        </span>
        <Facts
          of={[
            [t.language, `${languages[of.language] ?? of.language} · ${percent(of.languageConfidence)}`],
            [t.emotion, `${t[of.emotion.kind]} · ${percent(of.emotion.strength)}`],
            [t.escalations, of.escalations.map((one) => one.words).join("、")],
            [t.entities, of.entities.map((one) => `${one.text} (${one.value})`).join("、")],
            [t.keywords, of.keywords.join("、")],
          ]}
        />
      </div>
    </Panel>
  );
}
