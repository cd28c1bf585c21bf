import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api } from "../../api/client";
import type { ConversationChannelView, MailboxStatus, MailFinding } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Facts } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { mailMessages as messages, mailSorts } from "./messages";

const LOOK_AGAIN = 30_000;

/** How the mailbox does: read when, what is wrong with it, and what came in that became no conversation. */
export function Mailbox({ path, of }: { path: string; of: NonNullable<ConversationChannelView["mailbox"]> }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const found = useQuery({
    queryKey: ["mailbox", path],
    queryFn: ({ signal }) => api.get<MailboxStatus>(path, { signal }),
    refetchInterval: LOOK_AGAIN,
  });
  const check = useMutation({ mutationFn: () => api.post<MailFinding[]>(`${path}/checks`) });
  const status = found.data;
  const server = (one: typeof of.in) => `${one.host}:${one.port} · ${t[one.security]}`;
  return (
    <div className="stack">
      <Facts
        of={[
          [t.mail, of.address],
          [t.in, server(of.in)],
          [t.out, server(of.out)],
          [t.user, of.user],
          [
            t.read,
            status === undefined || status.polledAt === null
              ? t.never
              : `${formatDateTime(status.polledAt, spoken)} · ${status.atOnce ? t.atOnce : t.everyMinute}`,
          ],
        ]}
      />
      {typeof status?.trouble === "string" && (
        <p role="alert" className="small">
          {t.trouble}: {status.trouble}
          {status.troubleAt !== null && ` · ${formatDateTime(status.troubleAt, spoken)}`}
          {status.said !== null && <span className="muted"> · {status.said}</span>}
        </p>
      )}
      <div className="row wrap">
        <Button loading={check.isPending} onClick={() => check.mutate()}>
          {t.test}
        </Button>
      </div>
      <div role="status" className="stack tight small">
        {check.data?.map((one) => (
          <span key={one.server}>
            {one.good ? "✓" : "✗"} {one.server === "INCOMING" ? t.incoming : t.outgoing}: {one.text}
            {one.said !== null && <span className="muted"> · {one.said}</span>}
          </span>
        ))}
      </div>
      <ProblemNote error={check.error ?? found.error} />
      {status !== undefined && status.setAside.length > 0 && (
        <details>
          <summary className="small">{t.aside(status.setAside.length)}</summary>
          <ul className="small">
            {status.setAside.map((one) => (
              <li key={`${one.at} ${one.sender} ${one.subject}`}>
                {mailSorts[one.sort]?.[spoken] ?? one.sort} · {one.sender} · {one.subject} ·{" "}
                {formatDateTime(one.at, spoken)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
