import { Button, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import type { TicketSettings, TicketSettingsView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { TeamField } from "./LimitsPanel";
import { settingsMessages } from "./settingsMessages";
import { TriageFields } from "./TriageFields";
import { grades, priorities, types } from "./words";

type Rule = TicketSettings["rules"][number];

const FRESH: Rule = {
  name: "",
  words: null,
  origins: null,
  types: null,
  fromRepeats: null,
  type: null,
  grade: null,
  priority: null,
  team: null,
};

/** The shop's rules in their order: of two that speak of the same thing the first is heard. */
export function RulesPanel({
  rules,
  teams,
  change,
}: {
  rules: Rule[];
  teams: TicketSettingsView["teams"];
  change: (to: Rule[]) => void;
}) {
  const t = useMessages(settingsMessages);
  const spoken = useLanguage();
  const [editing, setEditing] = useState<number | null>(null);
  const known = editing === null ? undefined : rules[editing];
  const up = (at: number) =>
    change([
      ...rules.slice(0, at - 1),
      ...rules.slice(at, at + 1),
      ...rules.slice(at - 1, at),
      ...rules.slice(at + 1),
    ]);
  const says = (rule: Rule) =>
    [
      rule.type && types[rule.type][spoken],
      rule.grade && grades[rule.grade][spoken],
      rule.priority && priorities[rule.priority][spoken],
      rule.team,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Panel title={t.rules} extra={<Button onClick={() => setEditing(rules.length)}>{t.addRule}</Button>}>
      <p className="muted small">{t.rulesHint}</p>
      <ol className="ticket-lines">
        {rules.map((rule, at) => (
          <li key={`${at} ${rule.name}`}>
            <strong>{rule.name}</strong>
            <span className="muted small">{rule.words?.join("、")}</span>
            <span>→ {says(rule)}</span>
            <span className="grow" />
            {at > 0 && (
              <Button size="small" onClick={() => up(at)}>
                {t.up}
              </Button>
            )}
            <Button size="small" onClick={() => setEditing(at)}>
              {t.edit}
            </Button>
            <Button size="small" onClick={() => change(rules.filter((other) => other !== rule))}>
              {t.remove}
            </Button>
          </li>
        ))}
      </ol>
      {editing !== null && (
        <RuleForm
          known={known}
          teams={teams}
          onClose={() => setEditing(null)}
          onSave={(rule) => {
            change(known === undefined ? [...rules, rule] : rules.map((old) => (old === known ? rule : old)));
            setEditing(null);
          }}
        />
      )}
    </Panel>
  );
}

function RuleForm({
  known,
  teams,
  onClose,
  onSave,
}: {
  known: Rule | undefined;
  teams: TicketSettingsView["teams"];
  onClose: () => void;
  onSave: (rule: Rule) => void;
}) {
  const t = useMessages(settingsMessages);
  const [rule, setRule] = useState(known ?? FRESH);
  const set = (part: Partial<Rule>) => setRule({ ...rule, ...part });
  return (
    <Modal
      open
      title={known === undefined ? t.addRule : t.edit}
      okText={t.done}
      cancelText={t.cancel}
      okButtonProps={{ disabled: rule.name.trim() === "" }}
      mask={{ closable: false }}
      onOk={() => onSave(rule)}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.name}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={60}
              value={rule.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.words}>
          {(ids) => (
            <Select
              {...ids}
              mode="tags"
              open={false}
              suffix={null}
              value={rule.words ?? []}
              onChange={(words: string[]) => set({ words: words.length === 0 ? null : words })}
            />
          )}
        </Field>
        <Field label={t.fromRepeats}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={20}
              precision={0}
              value={rule.fromRepeats}
              onChange={(fromRepeats) => set({ fromRepeats })}
            />
          )}
        </Field>
        <TriageFields
          said={{
            type: rule.type ?? undefined,
            grade: rule.grade ?? undefined,
            priority: rule.priority ?? undefined,
          }}
          change={(said) =>
            set({ type: said.type ?? null, grade: said.grade ?? null, priority: said.priority ?? null })
          }
        />
        <TeamField label={t.ownerTeam} team={rule.team} teams={teams} change={(team) => set({ team })} />
      </div>
    </Modal>
  );
}
