import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { FlowsView, PublicationView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { Table } from "../../ui/Table";
import { BenchPanel } from "./BenchPanel";
import { messages } from "./messages";
import { botKey, useFlows } from "./useBot";

export function FlowsPanel({ shop }: { shop: string }) {
  const found = useFlows(shop);
  return (
    <>
      <ProblemNote error={found.error} retry={() => void found.refetch()} />
      {found.data === undefined ? (
        !found.isError && <SkeletonRows rows={8} />
      ) : (
        <div className="stack">
          <Editor key={`${found.data.draftVersion} ${found.data.inForce}`} shop={shop} view={found.data} />
          <BenchPanel shop={shop} />
          <Versions shop={shop} view={found.data} />
        </div>
      )}
    </>
  );
}

function Editor({ shop, view }: { shop: string; view: FlowsView }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [text, setText] = useState(() => JSON.stringify(view.document, null, 2));
  const [note, setNote] = useState("");
  const [broken, setBroken] = useState(false);
  const changed = text !== JSON.stringify(view.document, null, 2);
  const keep = useMutation({
    mutationFn: (document: unknown) =>
      api.put<FlowsView>(`/api/v1/shops/${shop}/bot-flows/draft`, { version: view.draftVersion, document }),
    onSuccess: (now) => {
      queries.setQueryData(botKey("flows", shop), now);
      void toast.success(t.saved);
    },
  });
  const publish = useMutation({
    mutationFn: (accept: boolean) =>
      api.put<PublicationView>(`/api/v1/shops/${shop}/bot-flows/publication`, {
        version: view.draftVersion,
        note: note === "" ? null : note,
        accept,
      }),
    onSuccess: (done) => {
      queries.setQueryData(botKey("flows", shop), done.flows);
      if (done.published) void toast.success(t.published);
    },
  });
  const keepIt = () => {
    try {
      keep.mutate(JSON.parse(text));
      setBroken(false);
    } catch {
      setBroken(true);
    }
  };
  const differences = publish.data?.published === false ? publish.data.differences : [];
  return (
    <Panel title={t.flows} extra={<span className="muted small">{t.inForce(view.inForce)}</span>}>
      <div className="stack">
        <Field label={t.document} hint={t.documentHint}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              className="bot-json"
              spellCheck={false}
              autoSize={{ minRows: 12, maxRows: 24 }}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {broken && <p role="alert">{t.notJson}</p>}
        <ProblemNote error={keep.error ?? publish.error} />
        <Field label={t.note}>
          {(ids) => (
            <Input {...ids} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <div className="row">
          <Button disabled={!changed} loading={keep.isPending} onClick={keepIt}>
            {t.keep}
          </Button>
          <Button
            type="primary"
            disabled={changed || view.draftVersion === 0}
            loading={publish.isPending}
            onClick={() => publish.mutate(false)}
          >
            {t.publish}
          </Button>
          {(changed || view.draftVersion === 0) && <span className="muted small">{t.keepFirst}</span>}
        </div>
        {differences.length > 0 && (
          <div className="stack tight" role="alert">
            <strong>{t.differs}</strong>
            {differences.map((one) => (
              <div key={one.recording} className="bot-difference">
                <strong>
                  {one.name} · {one.step}. {one.said}
                </strong>
                <p className="keep-lines">
                  {t.before}: {one.before?.text ?? "–"}
                </p>
                <p className="keep-lines">
                  {t.now}: {one.now?.text ?? "–"}
                </p>
              </div>
            ))}
            <div className="row">
              <Button danger onClick={() => publish.mutate(true)}>
                {t.publishAnyway}
              </Button>
            </div>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Versions({ shop, view }: { shop: string; view: FlowsView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const roll = useMutation({
    mutationFn: (to: number) => api.put<FlowsView>(`/api/v1/shops/${shop}/bot-flows/roll-back`, { to }),
    onSuccess: (now) => queries.setQueryData(botKey("flows", shop), now),
  });
  const rows = [...view.published, { version: 0, note: t.shipped, name: null, publishedAt: null }];
  return (
    <Panel title={t.versions}>
      <ProblemNote error={roll.error} />
      <Table
        label={t.versions}
        rows={rows}
        rowKey={(row) => String(row.version)}
        columns={[
          { key: "version", title: t.version, cell: (row) => row.version },
          { key: "note", title: t.note, cell: (row) => row.note ?? "–" },
          { key: "by", title: t.by, wide: true, cell: (row) => row.name ?? "–" },
          {
            key: "at",
            title: t.at,
            wide: true,
            cell: (row) => (row.publishedAt === null ? "–" : formatDateTime(row.publishedAt, spoken)),
          },
          {
            key: "act",
            title: "",
            align: "end",
            cell: (row) =>
              row.version === view.inForce ? (
                <span className="muted">{t.current}</span>
              ) : (
                <Button size="small" loading={roll.isPending} onClick={() => roll.mutate(row.version)}>
                  {t.rollBack}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}
