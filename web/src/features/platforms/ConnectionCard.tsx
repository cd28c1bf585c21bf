import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { api } from "../../api/client";
import type { PlatformConnection, PlatformTest } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { CopyButton } from "../../ui/CopyButton";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { lagMinutes } from "./lag";
import { messages } from "./messages";

/** One connection: whether it reads, how far it has got, and what is in its way, in plain words. */
export function ConnectionCard({
  shop,
  connection,
  edit,
}: {
  shop: string;
  connection: PlatformConnection;
  edit: () => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { pull } = connection;
  const trouble = pull?.trouble ?? null;
  const stuck = pull?.stuckCase ?? null;
  const test = useMutation({
    mutationFn: () => api.put<PlatformTest>(`/api/v1/shops/${shop}/platforms/${connection.platform}/test`),
  });
  const time = (at: string | null) => (at === null ? null : formatDateTime(at, spoken));
  return (
    <Panel
      title={
        <span className="row">
          {connection.name}
          <Mood connection={connection} />
        </span>
      }
      extra={
        <span className="row">
          <Button loading={test.isPending} onClick={() => test.mutate()}>
            {t.test}
          </Button>
          <Button onClick={edit}>{t.edit}</Button>
        </span>
      }
    >
      <div className="stack">
        <ProblemNote error={test.error} />
        {test.data !== undefined && (
          <Alert
            type={test.data.ok ? "success" : "error"}
            showIcon
            title={test.data.ok ? t.works : test.data.trouble}
            description={test.data.detail}
          />
        )}
        {trouble !== null && <Alert type="warning" showIcon title={trouble} description={pull?.detail} />}
        {stuck !== null && (
          <Alert type="info" showIcon title={t.stuck(stuck)} description={pull?.stuckDetail} />
        )}
        <Facts
          of={[
            [t.lastSuccess, time(pull?.succeededAt ?? null)],
            [t.lag, pull === null ? null : t.lagMinutes(lagMinutes(pull.readUpTo, new Date()))],
            [t.seen, pull?.seen],
            [t.backlog, pull?.backlog],
            [t.nextTry, time(pull?.nextAt ?? null)],
            [t.secrets, connection.secrets.join(", ")],
            [t.changed, time(connection.changedAt)],
            [
              t.hook,
              connection.hookPath === null ? (
                <span key="hook" className="muted">
                  {t.noHook}
                </span>
              ) : (
                <span key="hook" className="row">
                  <code className="cut">{connection.hookPath}</code>
                  <CopyButton text={window.location.origin + connection.hookPath} />
                </span>
              ),
            ],
          ]}
        />
      </div>
    </Panel>
  );
}

function Mood({ connection }: { connection: PlatformConnection }) {
  const t = useMessages(messages);
  const { pull } = connection;
  if (connection.paused) return <Badge>{t.pausedState}</Badge>;
  if (pull?.trouble) return <Badge tone="bad">{t.troubled}</Badge>;
  return pull?.succeededAt ? <Badge tone="good">{t.running}</Badge> : <Badge tone="info">{t.waiting}</Badge>;
}
