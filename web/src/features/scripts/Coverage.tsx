import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { api } from "../../api/client";
import type { ScriptCoverage } from "../../api/views";
import { formatNumber, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { Table } from "../../ui/Table";
import { messages } from "./messages";

/** For how much of what customers wrote there is a script, and what is missing first. */
export function Coverage({
  shop,
  language,
  show,
  onClose,
}: {
  shop: string;
  language: string;
  show: (intent: string) => void;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const found = useQuery({
    queryKey: ["script-coverage", shop, language],
    queryFn: ({ signal }) =>
      api.get<ScriptCoverage>(`/api/v1/shops/${shop}/script-coverage`, { query: { language }, signal }),
  });
  const report = found.data;
  return (
    <Drawer open size="large" title={t.coverage} onClose={onClose}>
      <ProblemNote error={found.error} retry={() => void found.refetch()} />
      {report === undefined && found.error === null && <SkeletonRows rows={8} />}
      {report !== undefined && (
        <div className="stack">
          {report.understood === 0 ? (
            <Nothing title={t.coverageNone} hint={t.coverageNoneHint} />
          ) : (
            <p>
              <strong>{percent(report.covered, report.understood)}</strong>{" "}
              {t.coverageOf(
                formatNumber(report.sampled, spoken),
                formatNumber(report.understood, spoken),
                formatNumber(report.covered, spoken),
              )}
            </p>
          )}
          <Panel flush>
            <Table
              label={t.coverage}
              rows={report.intents}
              rowKey={(one) => one.intent}
              columns={[
                {
                  key: "intent",
                  title: t.intents,
                  cell: (one) => (
                    <span className="stack tight">
                      <button type="button" className="link" onClick={() => show(one.intent)}>
                        {one.name}
                      </button>
                      {one.example !== null && <span className="small muted">{one.example}</span>}
                    </span>
                  ),
                },
                {
                  key: "asked",
                  title: t.wanted,
                  align: "end",
                  cell: (one) => <span className="nums">{one.asked}</span>,
                },
                {
                  key: "scripts",
                  title: t.fitting,
                  align: "end",
                  cell: (one) =>
                    one.scripts === 0 ? (
                      <Badge tone="bad">{t.missing}</Badge>
                    ) : (
                      <span className="nums">{one.scripts}</span>
                    ),
                },
              ]}
            />
          </Panel>
        </div>
      )}
    </Drawer>
  );
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)}%`;
}
