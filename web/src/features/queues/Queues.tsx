import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useNamesOf } from "../../api/names";
import type { RoutingView, WorkQueue } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Panel } from "../../ui/Panel";
import { Table } from "../../ui/Table";
import { messages } from "./messages";
import { RowActs } from "./RowActs";
import { put } from "./arrange";
import { QueueForm } from "./QueueForm";

export function Queues({ of, change }: { of: RoutingView; change: (queues: WorkQueue[]) => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [form, setForm] = useState<number | "new" | null>(null);
  const queues = of.plan.queues;
  const teamName = useNamesOf(of.teams);
  const named = (team: string | null) => (team === null ? t.everybody : teamName(team));
  return (
    <Panel title={t.queues} extra={<Button onClick={() => setForm("new")}>{t.addQueue}</Button>} flush>
      <Table
        label={t.queues}
        rows={queues.map((queue, at) => ({ queue, at }))}
        rowKey={({ queue }) => queue.id}
        columns={[
          {
            key: "name",
            title: t.queues,
            cell: ({ queue, at }) => (
              <span className="row wrap">
                {spoken === "zh" ? queue.nameZh : queue.nameEn}
                {at === 0 && <Badge>{t.first}</Badge>}
              </span>
            ),
          },
          {
            key: "team",
            title: t.team,
            cell: ({ queue }) =>
              `${named(queue.team)}${queue.level > 1 ? ` ≥ ${queue.level}` : ""}${
                queue.languages.length > 0 ? ` · ${queue.languages.join(" ")}` : ""
              }`,
          },
          {
            key: "weight",
            title: `${t.liveWeight} / ${t.writtenWeight}`,
            wide: true,
            cell: ({ queue }) => `${queue.liveWeight} / ${queue.writtenWeight}`,
          },
          {
            key: "acts",
            title: "",
            align: "end",
            cell: ({ at }) => (
              <span className="row wrap end">
                <RowActs list={queues} at={at} change={change} edit={() => setForm(at)} />
                {queues.length > 1 && (
                  <Popconfirm
                    title={t.removeSure}
                    okText={t.remove}
                    onConfirm={() => change(queues.filter((_, index) => index !== at))}
                  >
                    <Button size="small" danger>
                      {t.remove}
                    </Button>
                  </Popconfirm>
                )}
              </span>
            ),
          },
        ]}
      />
      {form !== null && (
        <QueueForm
          known={form === "new" ? undefined : queues[form]}
          teams={of.teams}
          onClose={() => setForm(null)}
          onSave={(queue) => {
            setForm(null);
            change(put(queues, form === "new" ? null : form, queue));
          }}
        />
      )}
    </Panel>
  );
}
