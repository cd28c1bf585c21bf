import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button, Select } from "antd";
import { api } from "../../api/client";
import { usePages } from "../../api/usePages";
import type { OutgoingMessage } from "../../api/views";
import { formatDateTime, useLanguage, useMessages, type Messages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";

const messages = {
  title: { zh: "外发消息", en: "Outgoing messages" },
  hint: {
    zh: "发给客户的短信、邮件等：已发出的、在等的、没送达的。收件人和正文按规定隐藏。",
    en: "What went out to customers, what waits, and what could not be delivered. Recipients are masked and texts hidden.",
  },
  state: { zh: "状态", en: "State" },
  every: { zh: "所有状态", en: "All states" },
  channel: { zh: "渠道", en: "Channel" },
  to: { zh: "收件人", en: "To" },
  subject: { zh: "主题", en: "Subject" },
  created: { zh: "产生于", en: "Created" },
  sent: { zh: "发出于", en: "Sent" },
  attempts: { zh: "次数", en: "Tries" },
  next: { zh: (at: string) => `${at} 再试`, en: (at: string) => `again ${at}` },
  actions: { zh: "操作", en: "Actions" },
  retry: { zh: "重发", en: "Send again" },
  retried: { zh: "已重新排队，马上发送", en: "Queued again; it goes out at once" },
  none: { zh: "还没有外发消息", en: "No messages yet" },
  noneHint: {
    zh: "工单的每一步需要通知客户时，消息会与那一步一起写下，再逐条发出。",
    en: "When a step of a case is to be told to the customer, the message is written with that step and then sent.",
  },
} satisfies Messages;

const STATES = {
  WAITING: { zh: "等待发送", en: "Waiting", tone: "info" },
  WAITING_FOR_CHANNEL: { zh: "未配置渠道", en: "No channel set up", tone: "warn" },
  SENT: { zh: "已发出", en: "Sent", tone: "good" },
  FAILED: { zh: "发送失败", en: "Failed", tone: "bad" },
  EXPIRED: { zh: "已过时", en: "Expired", tone: "quiet" },
} as const;

export function OutboxPage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { state = "" } = useSearch({ from: "/house/rooms/admin/messages" });
  const navigate = useNavigate();
  const list = usePages<OutgoingMessage>(["messages"], "/api/v1/messages", { state });
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const retry = useMutation({
    mutationFn: (message: OutgoingMessage) =>
      api.put<OutgoingMessage>(`/api/v1/messages/${message.id}/retry`),
    onSuccess: () => void toast.success(t.retried),
    onSettled: () => queries.invalidateQueries({ queryKey: ["messages"] }),
  });
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <Select
          aria-label={t.state}
          value={state}
          popupMatchSelectWidth={false}
          onChange={(next) =>
            void navigate({
              to: "/admin/messages",
              search: next === "" ? {} : { state: next },
              replace: true,
            })
          }
          options={[
            { value: "", label: t.every },
            ...Object.entries(STATES).map(([value, words]) => ({ value, label: words[spoken] })),
          ]}
        />
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={retry.error} />
      <PagedTable
        label={t.title}
        list={list}
        rowKey={(message) => message.id}
        empty={<Nothing title={t.none} hint={t.noneHint} />}
        columns={[
          {
            key: "at",
            title: t.created,
            cell: (message) => <span className="nums">{formatDateTime(message.createdAt, spoken)}</span>,
          },
          { key: "channel", title: t.channel, cell: (message) => message.channel },
          { key: "to", title: t.to, cell: (message) => <span className="mono">{message.recipient}</span> },
          { key: "subject", title: t.subject, wide: true, cell: (message) => message.subject },
          { key: "state", title: t.state, cell: (message) => <Progress message={message} /> },
          { key: "tries", title: t.attempts, align: "end", wide: true, cell: (message) => message.attempts },
          {
            key: "sent",
            title: t.sent,
            wide: true,
            cell: (message) => (message.sentAt === null ? "–" : formatDateTime(message.sentAt, spoken)),
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (message) =>
              message.allowed.includes("retry") && (
                <Button
                  size="small"
                  loading={retry.isPending && retry.variables.id === message.id}
                  onClick={() => retry.mutate(message)}
                >
                  {t.retry}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

function Progress({ message }: { message: OutgoingMessage }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const known = message.state in STATES ? STATES[message.state as keyof typeof STATES] : null;
  return (
    <span className="stack tight">
      <span>
        <Badge tone={known?.tone ?? "quiet"}>{known?.[spoken] ?? message.state}</Badge>
      </span>
      {message.lastError !== null && <span className="small muted">{message.lastError}</span>}
      {message.nextAt !== null && (
        <span className="small muted">{t.next(formatDateTime(message.nextAt, spoken))}</span>
      )}
    </span>
  );
}
