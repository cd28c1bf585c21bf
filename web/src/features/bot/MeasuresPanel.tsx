import { useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { Table } from "../../ui/Table";
import { messages } from "./messages";
import { useMeasures } from "./useBot";

const COUNTS = ["dialogues", "resolved", "settling", "repeated", "handedOver", "wrong", "looped"] as const;

/** How well it does, by day; each count beside its share. */
export function MeasuresPanel({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const found = useMeasures(shop);
  if (found.data === undefined)
    return (
      <>
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
        {!found.isError && <SkeletonRows rows={6} />}
      </>
    );
  const { days, reasons } = found.data;
  if (days.length === 0) return <Nothing title={t.nothing} hint={t.measuresHint} />;
  const share = (n: number, of: number) => (of === 0 ? String(n) : `${n} (${Math.round((100 * n) / of)}%)`);
  return (
    <div className="stack">
      <Panel title={t.measures}>
        <p className="muted small">{t.measuresHint}</p>
        <Table
          label={t.measures}
          rows={days}
          rowKey={(row) => row.day}
          columns={[
            { key: "day", title: t.day, cell: (row) => row.day },
            ...COUNTS.map((name) => ({
              key: name,
              title: t[name],
              align: "end" as const,
              cell: (row: (typeof days)[number]) =>
                name === "dialogues" ? row.dialogues : share(row[name], row.dialogues),
            })),
          ]}
        />
      </Panel>
      <Panel title={t.reasons}>
        <Table
          label={t.reasons}
          rows={reasons}
          rowKey={(row) => row.code}
          columns={[
            { key: "reason", title: t.why, cell: (row) => row.reason },
            { key: "n", title: t.dialogues, align: "end", cell: (row) => row.dialogues },
          ]}
        />
      </Panel>
    </div>
  );
}
