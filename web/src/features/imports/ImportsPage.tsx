import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Progress, Select } from "antd";
import { useRef, useState, type SyntheticEvent } from "react";
import { api, upload } from "../../api/client";
import { newId } from "../../api/id";
import { useShop } from "../../api/session";
import type { ImportView, Page } from "../../api/views";
import { word } from "../../api/words";
import { formatDateTime, formatNumber, useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShopSelect } from "../../ui/ShopSelect";
import { kinds, messages } from "./messages";

const LOOK_AGAIN = 1000;

export function ImportsPage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const [shop, setShop] = useShop();
  const key = ["imports", shop];
  const path = `/api/v1/shops/${shop}/imports`;
  const pages = useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ImportView>>(path, { query: { after: pageParam }, signal }),
    getNextPageParam: (page) => page.next,
    enabled: shop !== "",
    // How far a file has got is asked for only while one is under way.
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((one) => one.state === "RUNNING")) === true
        ? LOOK_AGAIN
        : false,
  });
  const number = (value: number) => formatNumber(value, spoken);

  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <p className="muted">{t.hint}</p>
      </div>
      <div className="stack">
        <NewImport key={shop} path={path} onSent={() => void queries.invalidateQueries({ queryKey: key })} />
        <PagedTable
          label={t.title}
          list={{ ...pages, items: pages.data?.pages.flatMap((page) => page.items) }}
          rowKey={(one) => one.id}
          empty={<Nothing title={t.none} hint={t.hint} />}
          columns={[
            { key: "kind", title: t.kind, cell: (one) => word(kinds, one.kind, spoken) },
            {
              key: "at",
              title: t.when,
              wide: true,
              cell: (one) => <span className="nums">{formatDateTime(one.createdAt, spoken)}</span>,
            },
            { key: "progress", title: t.progress, cell: (one) => <HowFar job={one} /> },
            { key: "rows", title: t.rows, align: "end", cell: (one) => number(one.processed) },
            { key: "stale", title: t.stale, align: "end", wide: true, cell: (one) => number(one.stale) },
            {
              key: "failed",
              title: t.failed,
              align: "end",
              cell: (one) =>
                one.failed === 0 ? (
                  number(0)
                ) : (
                  <a href={`${path}/${one.id}/errors`} download title={t.errors}>
                    {number(one.failed)} · {t.errors}
                  </a>
                ),
            },
          ]}
        />
      </div>
    </>
  );
}

function HowFar({ job }: { job: ImportView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  if (job.finishedAt !== null) return t.finished(formatDateTime(job.finishedAt, spoken));
  const share = job.bytes === 0 ? 0 : Math.floor((job.doneBytes / job.bytes) * 100);
  return <Progress percent={share} size="small" aria-label={t.running} style={{ minWidth: 120 }} />;
}

function NewImport({ path, onSent }: { path: string; onSent: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [kind, setKind] = useState("orders");
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  // The same id as long as it is the same file: a broken upload that is sent again is one import.
  const [id, setId] = useState(newId);
  const field = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: (chosen: File) => {
      const format = chosen.name.toLowerCase().endsWith(".csv") ? "csv" : "jsonl";
      return upload<ImportView>("PUT", `${path}/${id}?kind=${kind}&format=${format}`, chosen, setShare);
    },
    onSuccess: () => {
      setFile(null);
      setId(newId());
      if (field.current !== null) field.current.value = "";
    },
    onSettled: () => {
      setShare(0);
      onSent();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (file !== null) send.mutate(file);
  };
  return (
    <Panel>
      <form className="stack" onSubmit={submit}>
        <div className="row wrap" style={{ alignItems: "flex-end", gap: 16 }}>
          <Field label={t.kind}>
            {(ids) => (
              <Select
                {...ids}
                value={kind}
                onChange={setKind}
                style={{ width: 140 }}
                options={Object.entries(kinds).map(([value, words]) => ({ value, label: words[spoken] }))}
              />
            )}
          </Field>
          <Field label={t.file}>
            {(ids) => (
              <input
                {...ids}
                ref={field}
                type="file"
                accept=".jsonl,.ndjson,.csv"
                onChange={(event) => {
                  setFile(event.target.files?.[0] ?? null);
                  setId(newId());
                }}
              />
            )}
          </Field>
          <Button
            type="primary"
            htmlType="submit"
            disabled={file === null}
            title={file === null ? t.needFile : undefined}
            loading={send.isPending}
          >
            {t.start}
          </Button>
        </div>
        {send.isPending && <Progress percent={Math.floor(share * 100)} aria-label={t.uploading} />}
        <ProblemNote error={send.error} />
      </form>
    </Panel>
  );
}
