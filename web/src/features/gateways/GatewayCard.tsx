import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { api } from "../../api/client";
import type { GatewayConnection, GatewayTest } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { CopyButton } from "../../ui/CopyButton";
import { Facts, Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { gatewayNames, messages, settingNames } from "./messages";

/** One gateway: what it serves, what is set, and whether it knows us. */
export function GatewayCard({
  shop,
  connection,
  edit,
}: {
  shop: string;
  connection: GatewayConnection;
  edit: () => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const test = useMutation({
    mutationFn: () => api.put<GatewayTest>(`/api/v1/shops/${shop}/payment-gateways/${connection.kind}/test`),
  });
  const named = (setting: string) => settingNames[setting]?.[spoken] ?? setting;
  return (
    <Panel
      title={gatewayNames[connection.kind]?.[spoken] ?? connection.kind}
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
            type={test.data.verdict === "WORKS" ? "success" : "error"}
            showIcon
            title={t[test.data.verdict]}
            description={test.data.detail}
          />
        )}
        <Facts
          of={[
            [t.tenders, connection.tenders.join(", ")],
            ...Object.entries(connection.settings)
              .filter(([, value]) => !value.includes("-----"))
              .map(([name, value]) => [named(name), value] as const),
            [t.secrets, connection.secrets.map(named).join(", ")],
            [
              t.callBack,
              <span key="hook" className="row">
                <code className="cut">{connection.callBackPath}</code>
                <CopyButton text={window.location.origin + connection.callBackPath} />
              </span>,
            ],
            [t.changed, formatDateTime(connection.changedAt, spoken)],
          ]}
        />
      </div>
    </Panel>
  );
}
