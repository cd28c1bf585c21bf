import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Input, Popconfirm, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { IntentItem, IntentView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { ExamplesPanel } from "./ExamplesPanel";
import { messages } from "./messages";

/** One intent: its names, what it is merged into, its examples. */
export function IntentEditor({
  shop,
  intent,
  all,
  onClose,
}: {
  shop: string;
  intent: string;
  all: readonly IntentItem[];
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const path = `/api/v1/shops/${shop}/intents/${intent}`;
  const found = useQuery({
    queryKey: ["intent", shop, intent],
    queryFn: ({ signal }) => api.get<IntentView>(path, { signal }),
  });
  return (
    <Drawer open size="large" title={found.data?.intent.name ?? intent} onClose={onClose}>
      <ProblemNote error={found.error} retry={() => void found.refetch()} />
      {found.data === undefined ? (
        found.error === null && <SkeletonRows rows={6} />
      ) : (
        <div className="stack">
          {found.data.description !== "" && <p className="muted">{found.data.description}</p>}
          <Names shop={shop} path={path} view={found.data} all={all} onDeleted={onClose} />
          <ExamplesPanel shop={shop} path={path} view={found.data} closed={t.noRight} />
        </div>
      )}
    </Drawer>
  );
}

function Names({
  shop,
  path,
  view,
  all,
  onDeleted,
}: {
  shop: string;
  path: string;
  view: IntentView;
  all: readonly IntentItem[];
  onDeleted: () => void;
}) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const mayWrite = useMay("LANGUAGE_WRITE");
  const { intent } = view;
  const [nameZh, setNameZh] = useState(intent.nameZh);
  const [nameEn, setNameEn] = useState(intent.nameEn);
  const refresh = () => {
    for (const list of ["intents", "intent", "language-models"]) {
      void queries.invalidateQueries({ queryKey: [list, shop] });
    }
  };
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => {
      refresh();
      void toast.success(t.saved);
    },
  });
  const remove = useMutation({
    mutationFn: () => api.delete(path),
    onSuccess: () => {
      refresh();
      onDeleted();
    },
  });
  const because = mayWrite ? {} : { title: t.noRight };
  const unchanged = nameZh.trim() === intent.nameZh && nameEn.trim() === intent.nameEn;
  return (
    <div className="stack">
      <ProblemNote error={change.error ?? remove.error} />
      <Field label={t.nameZh}>
        {(ids) => (
          <Input {...ids} disabled={!mayWrite} value={nameZh} onChange={(e) => setNameZh(e.target.value)} />
        )}
      </Field>
      <Field label={t.nameEn}>
        {(ids) => (
          <Input {...ids} disabled={!mayWrite} value={nameEn} onChange={(e) => setNameEn(e.target.value)} />
        )}
      </Field>
      <span className="row wrap">
        <Button
          type="primary"
          disabled={!mayWrite || unchanged || nameZh.trim() === "" || nameEn.trim() === ""}
          {...because}
          loading={change.isPending}
          onClick={() => change.mutate(() => api.put(path, { nameZh, nameEn }))}
        >
          {t.save}
        </Button>
        {(intent.own || intent.renamed) && (
          <Popconfirm
            title={intent.own ? t.remove : t.restore}
            {...(intent.own ? { description: t.removeHint } : {})}
            okText={intent.own ? t.remove : t.restore}
            cancelText={t.cancel}
            onConfirm={() => remove.mutate()}
          >
            <Button danger disabled={!mayWrite} {...because}>
              {intent.own ? t.remove : t.restore}
            </Button>
          </Popconfirm>
        )}
      </span>
      <Field label={t.merge} hint={t.mergeHint}>
        {(ids) => (
          <Select
            {...ids}
            showSearch={{ optionFilterProp: "label" }}
            disabled={!mayWrite}
            value={intent.mergedInto}
            placeholder={t.none}
            onChange={(into) => change.mutate(() => api.put(`${path}/merge`, { into }))}
            options={all
              .filter((one) => one.key !== intent.key && one.mergedInto === null)
              .map((one) => ({ value: one.key, label: one.name }))}
          />
        )}
      </Field>
      {intent.mergedInto !== null && (
        <span>
          <Button
            disabled={!mayWrite}
            {...because}
            onClick={() => change.mutate(() => api.delete(`${path}/merge`))}
          >
            {t.separate}
          </Button>
        </span>
      )}
    </div>
  );
}
