import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import { useLiveFact } from "../../api/useLive";
import type { CaseView, NoticeView } from "../../api/views";
import { channelNames } from "../../api/words";
import { formatDateTime, useLanguage, useMessages, type Messages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";

const messages = {
  title: { zh: "已通知客户", en: "What the customer was told" },
  none: { zh: "还没有通知过客户。", en: "The customer has not been told anything yet." },
  to: { zh: (to: string) => `发到 ${to}`, en: (to: string) => `to ${to}` },
  next: { zh: (at: string) => `${at} 发送`, en: (at: string) => `goes out ${at}` },
  resend: { zh: "重发", en: "Send again" },
  resent: { zh: "已重新发送", en: "Sent again" },
  text: { zh: "查看内容", en: "Text" },
} satisfies Messages;

const STATES = {
  WAITING: { zh: "等待发送", en: "Waiting", tone: "info" },
  WAITING_FOR_CHANNEL: { zh: "未配置渠道", en: "No channel", tone: "warn" },
  SENT: { zh: "已发出", en: "Sent", tone: "info" },
  DELIVERED: { zh: "已送达", en: "Delivered", tone: "good" },
  READ: { zh: "已读", en: "Read", tone: "good" },
  FAILED: { zh: "未送达", en: "Not delivered", tone: "bad" },
  EXPIRED: { zh: "已过时", en: "Too late", tone: "quiet" },
  NOT_TOLD: { zh: "未通知", en: "Not told", tone: "warn" },
} as const;

/** Who was told what, when, by which channel, and whether it arrived. */
export function NoticesPanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const path = `/api/v1/cases/${item.id}/notices`;
  const key = ["notices", item.id];
  const again = () => void queries.invalidateQueries({ queryKey: key });
  useLiveFact((fact) => {
    if (fact.subject === `case:${item.id}`) again();
  });
  const notices = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<NoticeView[]>(path, { signal }),
  });
  const resend = useMutation({
    mutationFn: (id: string) => api.put<NoticeView[]>(`${path}/${id}/copies/${newId()}`),
    onSuccess: (all) => {
      queries.setQueryData(key, all);
      void toast.success(t.resent);
    },
  });
  const states: Record<string, (typeof STATES)[keyof typeof STATES]> = STATES;
  return (
    <Panel title={t.title}>
      <ProblemNote error={notices.error ?? resend.error} />
      {notices.data?.length === 0 && <p className="muted">{t.none}</p>}
      <ol className="timeline">
        {notices.data?.toReversed().map((one) => {
          const state = states[one.state];
          return (
            <li key={one.messageId ?? `${one.step} ${one.channel} ${one.at}`}>
              <span className="row wrap between">
                <span>
                  {channelNames[one.channel]?.[spoken] ?? one.channel} · {one.stepText}
                </span>
                <Badge tone={state?.tone ?? "quiet"}>{state?.[spoken] ?? one.state}</Badge>
              </span>
              <span className="small muted">
                {[
                  formatDateTime(one.readAt ?? one.deliveredAt ?? one.sentAt ?? one.at, spoken),
                  one.recipient === null ? null : t.to(one.recipient),
                  one.nextAt === null ? null : t.next(formatDateTime(one.nextAt, spoken)),
                  one.trouble,
                ]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </span>
              {one.body !== null && (
                <details>
                  <summary className="small">{t.text}</summary>
                  <p className="note keep-lines">{one.body}</p>
                </details>
              )}
              {one.messageId !== null && one.allowed.includes("resend") && (
                <span>
                  <Button
                    size="small"
                    loading={resend.isPending && resend.variables === one.messageId}
                    onClick={() => one.messageId !== null && resend.mutate(one.messageId)}
                  >
                    {t.resend}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
