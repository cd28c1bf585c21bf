import { Button } from "antd";
import { useState } from "react";
import { useNamesOf } from "../../api/names";
import type { RoutingView, WorkRule } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { Table } from "../../ui/Table";
import { messages } from "./messages";
import { RowActs } from "./RowActs";
import { put } from "./arrange";
import { RuleForm } from "./RuleForm";
import { useTopics } from "./useTopics";

export function Rules({
  shop,
  of,
  change,
}: {
  shop: string;
  of: RoutingView;
  change: (rules: WorkRule[]) => void;
}) {
  const t = useMessages(messages);
  const [form, setForm] = useState<number | "new" | null>(null);
  const { queues, rules } = of.plan;
  const named = useNamesOf(queues);
  const topics = useTopics(shop);
  const topicName = (key: string) => topics?.find((one) => one.key === key)?.name ?? key;
  const conditions = (rule: WorkRule) =>
    [
      [t.words, rule.words] as const,
      [t.topics, rule.topics?.map(topicName) ?? null] as const,
      [t.fromValue, rule.fromValue === null ? null : [String(rule.fromValue)]] as const,
      [t.channels, rule.channels] as const,
      [t.spoken, rule.languages] as const,
    ]
      .filter(([, values]) => values !== null && values.length > 0)
      .map(([name, values]) => `${name} ${values?.join(" / ") ?? ""}`)
      .join("；") || t.always;
  return (
    <Panel title={t.rules} extra={<Button onClick={() => setForm("new")}>{t.addRule}</Button>} flush>
      {rules.length === 0 ? (
        <Nothing title={t.rulesNone} hint={t.rulesNoneHint} />
      ) : (
        <Table
          label={t.rules}
          rows={rules.map((rule, at) => ({ rule, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            { key: "n", title: "", cell: ({ at }) => <span className="nums muted">{at + 1}</span> },
            { key: "when", title: t.rules, cell: ({ rule }) => conditions(rule) },
            {
              key: "to",
              title: t.to,
              cell: ({ rule }) => (
                <span className="row wrap">
                  {named(rule.queue)}
                  {rule.urgent && <Badge tone="warn">{t.urgent}</Badge>}
                </span>
              ),
            },
            {
              key: "acts",
              title: "",
              align: "end",
              cell: ({ at }) => (
                <span className="row wrap end">
                  <RowActs list={rules} at={at} change={change} edit={() => setForm(at)} />
                  <Button
                    size="small"
                    danger
                    onClick={() => change(rules.filter((_, index) => index !== at))}
                  >
                    {t.remove}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {form !== null && (
        <RuleForm
          topics={topics}
          known={form === "new" ? undefined : rules[form]}
          queues={queues}
          onClose={() => setForm(null)}
          onSave={(rule) => {
            setForm(null);
            change(put(rules, form === "new" ? null : form, rule));
          }}
        />
      )}
    </Panel>
  );
}
