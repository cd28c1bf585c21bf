import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Modal, Popconfirm, Segmented, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { ConversationChannelView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { CopyButton } from "../../ui/CopyButton";
import { Field } from "../../ui/Field";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { Mailbox } from "./Mailbox";
import { MailboxFields, newMailbox, type NewMailbox } from "./MailboxFields";
import { talkMessages as messages } from "./messages";

/** The channels on which customers write to the shop. */
export function TalkChannels({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [form, setForm] = useState<ConversationChannelView | "new" | null>(null);
  const path = `/api/v1/shops/${shop}/channels`;
  const key = ["talk-channels", shop];
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<ConversationChannelView[]>(path, { signal }),
  });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${id}`),
    onSettled: again,
  });
  return (
    <section className="stack">
      <div className="row between">
        <h2>{t.title}</h2>
        <Button onClick={() => setForm("new")}>{t.add}</Button>
      </div>
      <p className="muted">{t.hint}</p>
      <ProblemNote error={found.error ?? remove.error} />
      {found.data?.map((one) => (
        <Panel
          key={one.id}
          title={one.name}
          extra={<Badge tone={one.answers ? "good" : "warn"}>{one.answers ? t.both : t.inOnly}</Badge>}
        >
          <div className="stack">
            {one.mailbox === null && (
              <Facts
                of={[
                  [t.kind, t[one.kind]],
                  [
                    one.kind === "WEBHOOK" ? t.address : t.tag,
                    <span key="code" className="row">
                      <code className="cut">{one.kind === "WEBHOOK" ? one.path : tagOf(one.id)}</code>
                      <CopyButton
                        text={one.kind === "WEBHOOK" ? location.origin + one.path : tagOf(one.id)}
                      />
                    </span>,
                  ],
                  one.kind === "WEBHOOK" ? [t.url, one.url] : [t.sites, one.sites.join(" ")],
                ]}
              />
            )}
            {one.mailbox !== null && <Mailbox path={`${path}/${one.id}/mailbox`} of={one.mailbox} />}
            <div className="row">
              <Button onClick={() => setForm(one)}>{t.change}</Button>
              <Popconfirm title={t.removeSure} okText={t.remove} onConfirm={() => remove.mutate(one.id)}>
                <Button danger>{t.remove}</Button>
              </Popconfirm>
            </div>
          </div>
        </Panel>
      ))}
      {form !== null && (
        <TalkChannelForm
          path={path}
          known={form === "new" ? undefined : form}
          onClose={() => setForm(null)}
          onSaved={() => {
            setForm(null);
            void again();
          }}
        />
      )}
    </section>
  );
}

const tagOf = (channel: string) =>
  `<script async src="${location.origin}/embed/chat.js" data-channel="${channel}"></script>`;

function TalkChannelForm({
  path,
  known,
  onClose,
  onSaved,
}: {
  path: string;
  known: ConversationChannelView | undefined;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = useMessages(messages);
  const [kind, setKind] = useState<ConversationChannelView["kind"]>(known?.kind ?? "WEB_CHAT");
  const [id, setId] = useState(known?.id ?? "");
  const [name, setName] = useState(known?.name ?? "");
  const [secret, setSecret] = useState("");
  const [url, setUrl] = useState(known?.url ?? "");
  const [sites, setSites] = useState<string[]>(known?.sites ?? []);
  const hook = kind === "WEBHOOK";
  const [mailbox, setMailbox] = useState<NewMailbox>(() => newMailbox(known?.mailbox ?? null));
  const save = useMutation({
    mutationFn: () =>
      api.put(`${path}/${encodeURIComponent(id.trim())}`, {
        kind,
        name,
        secret: hook && secret !== "" ? secret : null,
        url: hook && url.trim() !== "" ? url.trim() : null,
        sites: kind === "WEB_CHAT" ? sites : [],
        mailbox: kind === "EMAIL" ? mailbox : null,
      }),
    onSuccess: onSaved,
  });
  return (
    <Modal
      open
      title={known === undefined ? t.add : t.change}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: id.trim() === "" || name.trim() === "" }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Segmented
          aria-label={t.kind}
          disabled={known !== undefined}
          value={kind}
          onChange={setKind}
          options={[
            { value: "WEB_CHAT", label: t.WEB_CHAT },
            { value: "EMAIL", label: t.EMAIL },
            { value: "WEBHOOK", label: t.WEBHOOK },
          ]}
        />
        <Field label={t.id} hint={t.idHint}>
          {(ids) => (
            <Input
              {...ids}
              disabled={known !== undefined}
              value={id}
              onChange={(event) => setId(event.target.value)}
            />
          )}
        </Field>
        <Field label={t.name}>
          {(ids) => (
            <Input {...ids} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        {kind === "EMAIL" && (
          <MailboxFields
            of={mailbox}
            known={known !== undefined}
            onChange={(changed) => setMailbox({ ...mailbox, ...changed })}
          />
        )}
        {hook ? (
          <>
            <Field label={t.secret} hint={known?.hasSecret === true ? t.secretKept : t.secretHint}>
              {(ids) => (
                <Input
                  {...ids}
                  type="password"
                  autoComplete="off"
                  value={secret}
                  onChange={(event) => setSecret(event.target.value)}
                />
              )}
            </Field>
            <Field label={t.url} hint={t.urlHint}>
              {(ids) => <Input {...ids} value={url} onChange={(event) => setUrl(event.target.value)} />}
            </Field>
          </>
        ) : (
          kind === "WEB_CHAT" && (
            <Field label={t.sites} hint={t.sitesHint}>
              {(ids) => (
                <Select
                  {...ids}
                  mode="tags"
                  open={false}
                  suffix={null}
                  style={{ width: "100%" }}
                  value={sites}
                  onChange={setSites}
                />
              )}
            </Field>
          )
        )}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
