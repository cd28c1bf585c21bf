import { Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import type { RoutingView, WorkQueue } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { LimitsFields } from "./LimitsFields";
import { messages } from "./messages";

const FRESH: WorkQueue = {
  id: "",
  nameZh: "",
  nameEn: "",
  team: null,
  level: 1,
  languages: [],
  liveWeight: 2,
  writtenWeight: 1,
  lastAgentSeconds: 60,
  returnSeconds: 120,
  limits: null,
  urgentLimits: null,
};

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

export function QueueForm({
  known,
  teams,
  onClose,
  onSave,
}: {
  known: WorkQueue | undefined;
  teams: RoutingView["teams"];
  onClose: () => void;
  onSave: (queue: WorkQueue) => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [queue, setQueue] = useState(known ?? FRESH);
  const change = (part: Partial<WorkQueue>) => setQueue({ ...queue, ...part });
  const whole = ID.test(queue.id) && queue.nameZh.trim() !== "" && queue.nameEn.trim() !== "";
  const text = (name: "id" | "nameZh" | "nameEn", disabled = false) => (
    <Field label={t[name]}>
      {(ids) => (
        <Input
          {...ids}
          maxLength={40}
          disabled={disabled}
          value={queue[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const number = (
    name: "level" | "liveWeight" | "writtenWeight" | "lastAgentSeconds" | "returnSeconds",
    label: string,
    [min, max]: [number, number],
    hint?: string,
  ) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <InputNumber
          {...ids}
          min={min}
          max={max}
          precision={0}
          value={queue[name]}
          onChange={(value) => change({ [name]: value ?? min })}
        />
      )}
    </Field>
  );
  return (
    <Modal
      open
      title={known === undefined ? t.addQueue : t.editQueue(spoken === "zh" ? known.nameZh : known.nameEn)}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !whole }}
      mask={{ closable: false }}
      onOk={() => onSave(queue)}
      onCancel={onClose}
    >
      <div className="stack">
        {text("nameZh")}
        {text("nameEn")}
        {text("id", known !== undefined)}
        <Field label={t.team}>
          {(ids) => (
            <Select
              {...ids}
              value={queue.team ?? ""}
              onChange={(team) => change({ team: team === "" ? null : team })}
              options={[
                { value: "", label: t.everybody },
                ...teams.map((one) => ({ value: one.id, label: spoken === "zh" ? one.nameZh : one.nameEn })),
              ]}
            />
          )}
        </Field>
        {queue.team !== null && number("level", t.level, [1, 5])}
        <Field label={t.languages} hint={t.languagesHint}>
          {(ids) => (
            <Select
              {...ids}
              mode="tags"
              value={queue.languages}
              onChange={(languages) => change({ languages })}
              options={["ja", "es", "en", "th", "vi", "id", "ms"].map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
        {number("liveWeight", t.liveWeight, [1, 10], t.weightHint)}
        {number("writtenWeight", t.writtenWeight, [1, 10], t.weightHint)}
        {number("lastAgentSeconds", t.lastAgent, [0, 3600], t.lastAgentHint)}
        {number("returnSeconds", t.returns, [0, 3600])}
        <LimitsFields name={t.normal} limits={queue.limits} change={(limits) => change({ limits })} />
        <LimitsFields
          name={t.urgent}
          limits={queue.urgentLimits}
          change={(urgentLimits) => change({ urgentLimits })}
        />
      </div>
    </Modal>
  );
}
