import { Select } from "antd";
import type { TicketItem } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { messages } from "./messages";
import { choices, grades, priorities, types } from "./words";

type Triage = TicketItem["triage"];

/** What somebody said it is; what is left out is found by the rules. */
export interface Said {
  type?: Triage["type"] | undefined;
  grade?: Triage["grade"] | undefined;
  priority?: Triage["priority"] | undefined;
}

export function TriageFields({ said, change }: { said: Said; change: (to: Said) => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <div className="ticket-triple">
      <Field label={t.type}>
        {(ids) => (
          <Select<Triage["type"]>
            {...ids}
            allowClear
            placeholder={t.byRules}
            value={said.type}
            onChange={(type) => change({ ...said, type })}
            options={choices(types, spoken)}
          />
        )}
      </Field>
      <Field label={t.grade}>
        {(ids) => (
          <Select<Triage["grade"]>
            {...ids}
            allowClear
            placeholder={t.byRules}
            value={said.grade}
            onChange={(grade) => change({ ...said, grade })}
            options={choices(grades, spoken)}
          />
        )}
      </Field>
      <Field label={t.priority}>
        {(ids) => (
          <Select<Triage["priority"]>
            {...ids}
            allowClear
            placeholder={t.byRules}
            value={said.priority}
            onChange={(priority) => change({ ...said, priority })}
            options={choices(priorities, spoken)}
          />
        )}
      </Field>
    </div>
  );
}
