import { Checkbox, Input, InputNumber, Select } from "antd";
import type { ConversationChannelView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { mailMessages as messages } from "./messages";

type Known = NonNullable<ConversationChannelView["mailbox"]>;
type Server = Known["in"];
export type NewMailbox = Known & { password: string };

const SECURITIES = ["TLS", "STARTTLS", "NONE"] as const;

export const newMailbox = (known: Known | null): NewMailbox =>
  known === null
    ? {
        address: "",
        in: { host: "", port: 993, security: "TLS" },
        out: { host: "", port: 465, security: "TLS" },
        user: "",
        password: "",
        plus: false,
      }
    : { ...known, password: "" };

export function MailboxFields({
  of,
  known,
  onChange,
}: {
  of: NewMailbox;
  known: boolean;
  onChange: (changed: Partial<NewMailbox>) => void;
}) {
  const t = useMessages(messages);
  return (
    <>
      <Field label={t.mail} hint={t.mailHint}>
        {(ids) => (
          <Input
            {...ids}
            type="email"
            value={of.address}
            onChange={(event) => onChange({ address: event.target.value })}
          />
        )}
      </Field>
      <ServerFields label={t.in} of={of.in} onChange={(server) => onChange({ in: server })} />
      <ServerFields label={t.out} of={of.out} onChange={(server) => onChange({ out: server })} />
      <Field label={t.user}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            value={of.user}
            onChange={(event) => onChange({ user: event.target.value })}
          />
        )}
      </Field>
      <Field label={t.password} {...(known ? { hint: t.passwordKept } : {})}>
        {(ids) => (
          <Input
            {...ids}
            type="password"
            autoComplete="new-password"
            value={of.password}
            onChange={(event) => onChange({ password: event.target.value })}
          />
        )}
      </Field>
      <Checkbox checked={of.plus} onChange={(event) => onChange({ plus: event.target.checked })}>
        {t.plus}
      </Checkbox>
    </>
  );
}

function ServerFields({
  label,
  of,
  onChange,
}: {
  label: string;
  of: Server;
  onChange: (server: Server) => void;
}) {
  const t = useMessages(messages);
  return (
    <Field label={label}>
      {(ids) => (
        <div className="row wrap">
          <Input
            {...ids}
            style={{ flex: 1, minWidth: 160 }}
            value={of.host}
            onChange={(event) => onChange({ ...of, host: event.target.value.trim() })}
          />
          <InputNumber
            aria-label={`${label} ${t.port}`}
            min={1}
            max={65535}
            value={of.port}
            onChange={(port) => onChange({ ...of, port: port ?? of.port })}
          />
          <Select
            aria-label={`${label} ${t.security}`}
            style={{ width: 150 }}
            value={of.security}
            onChange={(security) => onChange({ ...of, security })}
            options={SECURITIES.map((value) => ({ value, label: t[value] }))}
          />
        </div>
      )}
    </Field>
  );
}
