import { Input } from "antd";
import { useLanguage, useMessages } from "../i18n";
import type { Messages } from "../i18n";
import { Field } from "./Field";

const messages = {
  kept: { zh: "已保存；留空则不变", en: "Set; leave empty to keep it" },
  optional: { zh: "选填", en: "optional" },
} satisfies Messages;

/** What a connection needs to know. A secret that is set shows only that it is, and stays when left empty. */
export function SettingFields({
  fields,
  names,
  set,
  values,
  onChange,
}: {
  fields: readonly { name: string; secret: boolean; required: boolean }[];
  names: Record<string, { zh: string; en: string }>;
  /** The secrets that are set. */
  set: readonly string[];
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return fields.map((field) => {
    const name = names[field.name]?.[spoken] ?? field.name;
    const change = (value: string) => onChange({ ...values, [field.name]: value });
    return (
      <Field
        key={field.name}
        label={field.required ? name : `${name} (${t.optional})`}
        {...(set.includes(field.name) ? { hint: t.kept } : {})}
      >
        {(ids) => {
          const control = {
            ...ids,
            value: values[field.name] ?? "",
            spellCheck: false,
            onChange: (event: { target: { value: string } }) => change(event.target.value),
          };
          if (isKeyFile(field.name))
            return <Input.TextArea {...control} autoSize={{ minRows: 2, maxRows: 6 }} />;
          return field.secret ? (
            <Input.Password {...control} autoComplete="new-password" />
          ) : (
            <Input {...control} />
          );
        }}
      </Field>
    );
  });
}

/** A key in its text form has several lines, which a single line would run together. */
function isKeyFile(name: string): boolean {
  return /(private|public)key$/i.test(name);
}
