import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { api } from "../../api/client";
import { usePages } from "../../api/usePages";
import type { PolicyChange, PolicyVersion } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { policyPath } from "./usePolicy";

const TONES = { IN_FORCE: "good", PLANNED: "info", PAST: "quiet", WITHDRAWN: "warn" } as const;

export function HistoryTab({
  shop,
  nextVersion,
  mayWrite,
}: {
  shop: string;
  nextVersion: number;
  mayWrite: boolean;
}) {
  const t = useMessages(messages);
  return (
    <div className="stack">
      <Versions shop={shop} nextVersion={nextVersion} mayWrite={mayWrite} />
      <h2>{t.whoChanged}</h2>
      <Changes shop={shop} />
    </div>
  );
}

function Versions({ shop, nextVersion, mayWrite }: { shop: string; nextVersion: number; mayWrite: boolean }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const list = usePages<PolicyVersion>(["policy", shop, "versions"], policyPath(shop, "/versions"));
  const settled = { onSettled: () => queries.invalidateQueries({ queryKey: ["policy", shop] }) };
  const rollBack = useMutation({
    mutationFn: (to: number) =>
      api.put<PolicyVersion>(policyPath(shop, `/versions/${nextVersion}/roll-back`), { to }),
    onSuccess: () => void toast.success(t.rolledBack),
    ...settled,
  });
  const withdraw = useMutation({
    mutationFn: (number: number) =>
      api.put<PolicyVersion>(policyPath(shop, `/versions/${number}/withdrawal`)),
    onSuccess: () => void toast.success(t.withdrawn),
    ...settled,
  });
  return (
    <>
      <h2>{t.history}</h2>
      <ProblemNote error={rollBack.error ?? withdraw.error} />
      <PagedTable
        label={t.version}
        list={list}
        rowKey={(one) => String(one.version)}
        empty={<Nothing title={t.noHistory} />}
        columns={[
          { key: "n", title: t.version, cell: (one) => <span className="nums">{one.version}</span> },
          {
            key: "state",
            title: t.state,
            cell: (one) => {
              const state = one.state as keyof typeof TONES;
              return <Badge tone={TONES[state]}>{t[state]}</Badge>;
            },
          },
          {
            key: "from",
            title: t.from,
            cell: (one) => (one.fromAt === null ? t.ofTheHouse : formatDateTime(one.fromAt, spoken)),
          },
          {
            key: "by",
            title: t.by,
            wide: true,
            cell: (one) => (
              <>
                {one.publishedBy ?? "–"}
                <div className="small muted">
                  {[one.restored === null ? null : t.restored(one.restored), one.note]
                    .filter((text) => text !== null)
                    .join(" · ")}
                </div>
              </>
            ),
          },
          {
            key: "act",
            title: "",
            align: "end",
            cell: (one) =>
              !mayWrite ? null : one.state === "PLANNED" ? (
                <Button size="small" onClick={() => withdraw.mutate(one.version)}>
                  {t.withdraw}
                </Button>
              ) : one.state === "PAST" ? (
                <Popconfirm
                  title={t.rollBackSure(one.version)}
                  okText={t.rollBack}
                  cancelText={t.cancel}
                  onConfirm={() => rollBack.mutate(one.version)}
                >
                  <Button size="small">{t.rollBack}</Button>
                </Popconfirm>
              ) : null,
          },
        ]}
      />
    </>
  );
}

function Changes({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const list = usePages<PolicyChange>(["policy", shop, "history", spoken], policyPath(shop, "/history"));
  return (
    <PagedTable
      label={t.whoChanged}
      list={list}
      rowKey={(one) => `${one.version} ${one.act} ${one.pointer} ${one.at}`}
      empty={<Nothing title={t.noHistory} />}
      columns={[
        { key: "at", title: t.at, cell: (one) => formatDateTime(one.at, spoken) },
        { key: "n", title: t.version, cell: (one) => <span className="nums">{one.version}</span> },
        {
          key: "change",
          title: t.change,
          cell: (one) =>
            one.pointer === null ? (
              t.withdrawn
            ) : (
              <>
                <div className="mono small muted">{one.pointer.slice(1)}</div>
                {one.was ?? "–"} → {one.becomes ?? "–"}
              </>
            ),
        },
        {
          key: "author",
          title: t.author,
          wide: true,
          cell: (one) => (one.author === one.actor ? one.actor : `${one.author} / ${one.actor}`),
        },
      ]}
    />
  );
}
