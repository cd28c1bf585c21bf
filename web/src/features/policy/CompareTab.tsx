import type { PolicyDraft } from "../../api/views";
import { useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { Table } from "../../ui/Table";
import { messages } from "./messages";
import { TrialPanel } from "./TrialPanel";

export function CompareTab({ shop, draft }: { shop: string; draft: PolicyDraft }) {
  const t = useMessages(messages);
  return (
    <div className="stack">
      {draft.wrong.length > 0 && (
        <Panel title={t.mend}>
          <ul className="policy-wrong">
            {draft.wrong.map((one) => (
              <li key={one.pointer + one.expected}>
                <code>{one.pointer.slice(1)}</code> {one.expected}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel flush title={t.changes(draft.differences.length)}>
        {draft.differences.length === 0 ? (
          <Nothing title={t.nothingChanged} hint={t.nothingChangedHint} />
        ) : (
          <Table
            label={t.compare}
            rows={draft.differences}
            rowKey={(one) => one.pointer}
            columns={[
              { key: "what", title: t.what, cell: (one) => one.what },
              { key: "was", title: t.was, cell: (one) => one.was ?? "–" },
              { key: "becomes", title: t.becomes, cell: (one) => <strong>{one.becomes ?? "–"}</strong> },
              { key: "by", title: t.by, wide: true, cell: (one) => one.by ?? "–" },
            ]}
          />
        )}
      </Panel>
      <TrialPanel
        shop={shop}
        ready={draft.revision > 0 && draft.wrong.length === 0 && draft.differences.length > 0}
      />
    </div>
  );
}
