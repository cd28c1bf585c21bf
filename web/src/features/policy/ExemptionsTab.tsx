import { Button, Input, Switch } from "antd";
import type { PolicyShape } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { withExemption, wrongAt } from "./document";
import { messages } from "./messages";
import type { TabProps } from "./tab";
import { Wrong } from "./Wrong";

export function ExemptionsTab(props: TabProps) {
  const t = useMessages(messages);
  return (
    <div className="stack">
      <p className="muted">{t.exemptionsHint}</p>
      {props.shape.exemptions.map((exemption) => (
        <ExemptionPanel key={exemption.id} exemption={exemption} {...props} />
      ))}
    </div>
  );
}

function ExemptionPanel({
  exemption,
  document,
  edit,
  wrong,
  mayWrite,
}: TabProps & { exemption: PolicyShape["exemptions"][number] }) {
  const t = useMessages(messages);
  const own = document.exemptions?.[exemption.id] ?? {};
  const words = own.words ?? { zh: exemption.zh, en: exemption.en };
  const on = own.on !== false;
  const say = (next: { zh: string; en: string }) =>
    edit(withExemption(document, exemption.id, { ...own, words: next }));
  return (
    <Panel
      title={
        <span className="row wrap">
          {exemption.title}
          <span className="small muted">{exemption.byNature ? t.byNature : t.byConfirmation}</span>
          {document.exemptions?.[exemption.id] !== undefined && <Badge tone="info">{t.changed}</Badge>}
        </span>
      }
      extra={
        <label className="row">
          <Switch
            size="small"
            checked={on}
            disabled={!mayWrite || !exemption.mayBeGivenUp}
            onChange={(next) => edit(withExemption(document, exemption.id, { ...own, on: next }))}
          />
          {t.used}
        </label>
      }
    >
      {on && (
        <div className="stack">
          {(["zh", "en"] as const).map((spoken) => (
            <Field key={spoken} label={`${t.ownWords} · ${t[spoken]}`}>
              {(ids) => (
                <Input.TextArea
                  {...ids}
                  autoSize={{ minRows: 1, maxRows: 5 }}
                  maxLength={300}
                  disabled={!mayWrite}
                  value={words[spoken]}
                  onChange={(event) => say({ ...words, [spoken]: event.target.value })}
                />
              )}
            </Field>
          ))}
          {own.words !== undefined && mayWrite && (
            <div>
              <Button
                size="small"
                onClick={() =>
                  edit(withExemption(document, exemption.id, own.on === false ? { on: false } : {}))
                }
              >
                {t.houseWords}
              </Button>
            </div>
          )}
        </div>
      )}
      <Wrong of={wrongAt(wrong, `/exemptions/${exemption.id}`)} />
    </Panel>
  );
}
