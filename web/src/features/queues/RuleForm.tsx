import { Checkbox, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import type { IntentItem, WorkQueue, WorkRule } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { messages } from "./messages";

const FRESH: WorkRule = {
  queue: "",
  urgent: false,
  channels: null,
  languages: null,
  topics: null,
  words: null,
  fromValue: null,
};

const MOST_VALUE = 9;

export function RuleForm({
  topics,
  known,
  queues,
  onClose,
  onSave,
}: {
  topics: IntentItem[] | null;
  known: WorkRule | undefined;
  queues: WorkQueue[];
  onClose: () => void;
  onSave: (rule: WorkRule) => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [rule, setRule] = useState(known ?? { ...FRESH, queue: queues[0]?.id ?? "" });
  const change = (part: Partial<WorkRule>) => setRule({ ...rule, ...part });
  const several = (name: "words" | "channels" | "languages" | "topics", label: string, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <Select
          {...ids}
          mode="tags"
          open={false}
          suffix={null}
          value={rule[name] ?? []}
          onChange={(values) => change({ [name]: values.length === 0 ? null : values })}
        />
      )}
    </Field>
  );
  return (
    <Modal
      open
      title={known === undefined ? t.addRule : t.editRule}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: rule.queue === "" }}
      mask={{ closable: false }}
      onOk={() => onSave(rule)}
      onCancel={onClose}
    >
      <div className="stack">
        {several("words", t.words, t.wordsHint)}
        {topics === null ? (
          several("topics", t.topics, t.topicsHint)
        ) : (
          <Field label={t.topics} hint={t.topicsHint}>
            {(ids) => (
              <Select
                {...ids}
                mode="multiple"
                showSearch={{ optionFilterProp: "label" }}
                value={rule.topics ?? []}
                onChange={(values) => change({ topics: values.length === 0 ? null : values })}
                options={topics.map((one) => ({ value: one.key, label: one.name }))}
              />
            )}
          </Field>
        )}
        <Field label={t.fromValue} hint={t.fromValueHint}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={MOST_VALUE}
              precision={0}
              value={rule.fromValue}
              onChange={(fromValue) => change({ fromValue })}
            />
          )}
        </Field>
        {several("channels", t.channels)}
        {several("languages", t.spoken)}
        <Field label={t.to}>
          {(ids) => (
            <Select
              {...ids}
              value={rule.queue}
              onChange={(queue) => change({ queue })}
              options={queues.map((one) => ({
                value: one.id,
                label: spoken === "zh" ? one.nameZh : one.nameEn,
              }))}
            />
          )}
        </Field>
        <Checkbox checked={rule.urgent} onChange={(event) => change({ urgent: event.target.checked })}>
          {t.urgent} <span className="muted small">{t.urgentHint}</span>
        </Checkbox>
      </div>
    </Modal>
  );
}
