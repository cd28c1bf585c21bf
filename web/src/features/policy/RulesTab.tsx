import { Input, Select, Switch } from "antd";
import { useMemo, useState } from "react";
import type { PolicyShape } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import "../../ui/Table.css";
import { AmountInput } from "./AmountInput";
import { withRule, wrongAt, type Mode, type PolicyDocument } from "./document";
import { messages } from "./messages";
import type { TabProps } from "./tab";
import { useValues } from "./values";
import { Wrong } from "./Wrong";

type Rule = PolicyShape["rules"][number];

export function RulesTab({ shape, document, edit, wrong, mayWrite }: TabProps) {
  const t = useMessages(messages);
  const [asked, setAsked] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const rules = useMemo(
    () => shape.rules.filter((rule) => fits(rule, asked, onlyChanged, document)),
    [shape.rules, asked, onlyChanged, document],
  );
  return (
    <Panel
      flush
      extra={
        <div className="row wrap policy-filter">
          <Input
            allowClear
            type="search"
            aria-label={t.search}
            placeholder={t.search}
            value={asked}
            onChange={(event) => setAsked(event.target.value)}
          />
          <label className="row">
            <Switch size="small" checked={onlyChanged} onChange={setOnlyChanged} />
            {t.onlyChanged}
          </label>
        </div>
      }
    >
      {rules.length === 0 ? (
        <Nothing title={t.noRule} />
      ) : (
        // A region that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-frame" role="region" aria-label={t.rules} tabIndex={0}>
          <table className="table policy-rules">
            <thead>
              <tr>
                {[t.row, t.rule, t.window, t.evidence, t.decision, t.freight, t.limit, t.works, t.source].map(
                  (title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <RuleRow
                  key={rule.code}
                  rule={rule}
                  {...{ shape, document, edit, mayWrite }}
                  wrong={wrongAt(wrong, `/rules/${rule.code}`)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function fits(rule: Rule, asked: string, onlyChanged: boolean, document: PolicyDocument): boolean {
  if (onlyChanged && document.rules?.[rule.code] === undefined) return false;
  const text = `${rule.row} ${rule.code} ${rule.title} ${rule.source} ${rule.outcomeText}`.toLowerCase();
  return text.includes(asked.trim().toLowerCase());
}

function RuleRow({ rule, shape, document, edit, wrong, mayWrite }: TabProps & { rule: Rule }) {
  const t = useMessages(messages);
  const values = useValues(shape, document);
  const setting = document.rules?.[rule.code] ?? {};
  const mode: Mode = setting.mode ?? "AUTO";
  const modes: Mode[] = [
    "AUTO",
    ...(rule.mayBeReviewed ? (["REVIEW"] as const) : []),
    ...(rule.mayBeOff ? (["OFF"] as const) : []),
  ];
  const touched = document.rules?.[rule.code] !== undefined;
  return (
    <tr className={touched ? "changed" : undefined}>
      <td className="muted nums">{rule.row}</td>
      <th scope="row">
        <div title={rule.explanation}>{rule.title}</div>
        <div className="mono small muted">{rule.code}</div>
        {touched && <Badge tone="info">{t.changed}</Badge>}
        <Wrong of={wrong} />
      </th>
      <td>{rule.windowOf === null ? "–" : values(rule.windowOf)}</td>
      <td>{rule.photos === 0 ? "–" : t.photos(rule.photos)}</td>
      <td>{rule.outcomeText}</td>
      <td>{rule.freightText ?? "–"}</td>
      <td className="end">
        {rule.limitOf === null ? (
          "–"
        ) : (
          <AmountInput
            label={`${rule.title} · ${t.limit}`}
            fen={setting.limitMinor ?? null}
            placeholder={values(rule.limitOf)}
            disabled={!mayWrite}
            onChange={(fen) =>
              edit(withRule(document, rule.code, { mode, ...(fen === null ? {} : { limitMinor: fen }) }))
            }
          />
        )}
      </td>
      <td>
        {modes.length === 1 ? (
          <span className="muted">{t.fixed}</span>
        ) : (
          <Select
            aria-label={`${rule.title} · ${t.works}`}
            value={mode}
            disabled={!mayWrite}
            onChange={(next) => edit(withRule(document, rule.code, { ...setting, mode: next }))}
            options={modes.map((one) => ({ value: one, label: t[one] }))}
            style={{ minWidth: 112 }}
          />
        )}
      </td>
      <td className="small muted policy-source">{rule.source}</td>
    </tr>
  );
}
