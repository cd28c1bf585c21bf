import { Button, Input, Select } from "antd";
import { newId } from "../../api/id";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { withList, wrongAt, type GuardText } from "./document";
import { messages } from "./messages";
import type { TabProps } from "./tab";
import { Wrong } from "./Wrong";

const QUEUES = ["EXPERT", "FINANCE", "STORE", "COMPLAINT"] as const;

export function GuardsTab({ shape, document, edit, wrong, mayWrite }: TabProps) {
  const t = useMessages(messages);
  const guards = document.guards ?? [];
  const put = (next: GuardText[]) => edit(withList(document, "guards", next));
  const replace = (next: GuardText) => put(guards.map((one) => (one.id === next.id ? next : one)));
  return (
    <div className="stack">
      <Panel
        title={t.guards}
        extra={
          mayWrite && (
            <Button
              onClick={() =>
                put([
                  ...guards,
                  {
                    id: newId(),
                    name: `${t.guards} ${guards.length + 1}`,
                    when: "decision.refundCny > 100000",
                    action: "REVIEW",
                  },
                ])
              }
            >
              {t.addGuard}
            </Button>
          )
        }
      >
        <p className="muted">{t.guardsHint}</p>
        {guards.length === 0 && <Nothing title={t.noGuards} />}
        <ul className="policy-own">
          {guards.map((guard, at) => (
            <li key={guard.id}>
              <GuardFields guard={guard} mayWrite={mayWrite} change={replace} />
              <Wrong of={wrongAt(wrong, `/guards/${at}`)} />
              {mayWrite && (
                <Button danger onClick={() => put(guards.filter((one) => one.id !== guard.id))}>
                  {t.remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t.facts}>
        <p className="small muted">{t.factsHint}</p>
        <ul className="policy-facts">
          {shape.facts.map((fact) => (
            <li key={fact.name}>
              <code>{fact.name}</code> <span className="small muted">{fact.kindText}</span>
              {fact.values.length > 0 && <span className="small muted"> · {fact.values.join(" ")}</span>}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function GuardFields({
  guard,
  mayWrite,
  change,
}: {
  guard: GuardText;
  mayWrite: boolean;
  change: (next: GuardText) => void;
}) {
  const t = useMessages(messages);
  return (
    <div className="stack">
      <Field label={t.name}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={60}
            disabled={!mayWrite}
            value={guard.name}
            onChange={(event) => change({ ...guard, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t.when}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            className="mono"
            autoSize={{ minRows: 1, maxRows: 8 }}
            maxLength={1000}
            spellCheck={false}
            disabled={!mayWrite}
            value={guard.when}
            onChange={(event) => change({ ...guard, when: event.target.value })}
          />
        )}
      </Field>
      <div className="policy-fields">
        <Field label={t.then}>
          {(ids) => (
            <Select
              {...ids}
              value={guard.action}
              disabled={!mayWrite}
              onChange={(action) => change({ ...guard, action })}
              options={(["REVIEW", "FLAG"] as const).map((one) => ({ value: one, label: t[one] }))}
            />
          )}
        </Field>
        <Field label={t.queue}>
          {(ids) => (
            <Select
              {...ids}
              value={guard.queue ?? ""}
              disabled={!mayWrite}
              onChange={(queue) => change(lookedAtBy(guard, queue))}
              options={[
                { value: "", label: t.ordinary },
                ...QUEUES.map((one) => ({ value: one, label: t[one] })),
              ]}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

function lookedAtBy(guard: GuardText, asked: string): GuardText {
  const queue = QUEUES.find((one) => one === asked);
  const { id, name, when, action } = guard;
  return { id, name, when, action, ...(queue === undefined ? {} : { queue }) };
}
