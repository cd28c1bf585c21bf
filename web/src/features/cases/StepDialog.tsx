import { Input, InputNumber, Radio, Select } from "antd";
import { useId, type ReactNode } from "react";
import { useLanguage, useMessages } from "../../i18n";
import { useDraft, useStableId } from "../../ui/drafts";
import { ScanField } from "../../ui/ScanField";
import { DecisionDialog } from "./DecisionDialog";
import type { DialogProps } from "./DecisionDialogs";
import { messages } from "./messages";
import type { Field, Step, Values } from "./steps";
import { useDecide } from "./useDecide";
import { useSeen } from "./useSeen";

/** One step with a few fields; what was typed survives a reload and a lost race. */
export function StepDialog({ step, ...props }: DialogProps & { step: Step }) {
  const { item, close } = props;
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seen = useSeen(item);
  const fields = step.fields(item, spoken);
  const draft = useDraft(`case:${item.id}:${step.action}`);
  const values: Values = { ...initial(fields), ...read(draft.text) };
  const write = (name: string, value: string) => draft.write(JSON.stringify({ ...values, [name]: value }));
  const id = useStableId(`case:${item.id}:${step.action}`);
  const decide = useDecide(step.noun(id.id), props, t.stepDone(item.no), () => {
    draft.done();
    id.next();
  });
  const empty = fields.find((field) => field.needed === true && (values[field.name] ?? "").trim() === "");
  return (
    <DecisionDialog
      title={`${t[step.act]} ${item.no}`}
      item={item}
      action={step.action}
      seen={seen}
      missing={empty === undefined ? null : t.fillIn(empty.label)}
      ok={t[step.act]}
      danger={step.danger === true}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() => decide.mutate({ version: seen.known.version, body: step.body(values, item) })}
      onClose={close}
    >
      {step.hint !== undefined && <p>{step.hint[spoken]}</p>}
      {fields.map((field, index) => (
        <OneField
          key={field.name}
          field={field}
          first={index === 0}
          value={values[field.name] ?? ""}
          write={(value) => write(field.name, value)}
        />
      ))}
    </DecisionDialog>
  );
}

function initial(fields: readonly Field[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, field.initial ?? ""]));
}

function read(kept: string): Values {
  if (kept === "") return {};
  try {
    return JSON.parse(kept) as Values;
  } catch {
    return {};
  }
}

function OneField({
  field,
  first,
  value,
  write,
}: {
  field: Field;
  first: boolean;
  value: string;
  write: (value: string) => void;
}) {
  const id = useId();
  if (field.kind === "scan")
    return <ScanField label={field.label} value={value} autoFocus={first} onChange={write} />;
  return (
    <div className="stack tight">
      <label htmlFor={id} id={`${id}-label`}>
        {field.label}
      </label>
      {input(field, { id, label: `${id}-label`, first, value, write })}
      {field.help !== undefined && <span className="small muted">{field.help}</span>}
    </div>
  );
}

function input(
  field: Field,
  {
    id,
    label,
    first,
    value,
    write,
  }: { id: string; label: string; first: boolean; value: string; write: (value: string) => void },
): ReactNode {
  switch (field.kind) {
    case "text":
      return (
        <Input
          id={id}
          autoFocus={first}
          maxLength={field.most ?? 100}
          value={value}
          onChange={(event) => write(event.target.value)}
        />
      );
    case "words":
      return (
        <Input.TextArea
          id={id}
          autoFocus={first}
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={field.most ?? 2000}
          value={value}
          onChange={(event) => write(event.target.value)}
        />
      );
    case "number":
      return (
        <InputNumber
          id={id}
          autoFocus={first}
          min={field.least ?? 0}
          max={field.most ?? 99_999}
          precision={0}
          inputMode="numeric"
          value={value === "" ? null : Number(value)}
          onChange={(next) => write(next === null ? "" : String(next))}
        />
      );
    case "one-of":
      return (
        <Radio.Group
          aria-labelledby={label}
          className="choices"
          value={value}
          onChange={(event) => write(String(event.target.value))}
          options={[...(field.options ?? [])]}
        />
      );
    case "choice":
      return (
        <Select
          id={id}
          value={value}
          onChange={write}
          options={[...(field.options ?? [])]}
          popupMatchSelectWidth={false}
        />
      );
    case "scan":
      return null;
  }
}
