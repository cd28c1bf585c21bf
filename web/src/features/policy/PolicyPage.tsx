import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Popconfirm, Segmented, Select } from "antd";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client";
import { useMay, useSession } from "../../api/session";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { useShortcuts } from "../../ui/shortcuts";
import { CompareTab } from "./CompareTab";
import { ConstantsTab } from "./ConstantsTab";
import { ExemptionsTab } from "./ExemptionsTab";
import { GuardsTab } from "./GuardsTab";
import { HistoryTab } from "./HistoryTab";
import { messages } from "./messages";
import "./PolicyPage.css";
import { PromisesTab } from "./PromisesTab";
import { PublishDialog } from "./PublishDialog";
import { RulesTab } from "./RulesTab";
import { PARTS, type Part } from "./search";
import { policyPath, useInForce, usePolicyEditor, useShape, type PolicyEditor } from "./usePolicy";

export function PolicyPage() {
  const t = useMessages(messages);
  const { shops } = useSession();
  const { shop: asked, part } = useSearch({ from: "/house/rooms/admin/policy" });
  const navigate = useNavigate();
  const shop = shops.find((one) => one.id === asked)?.id ?? shops[0]?.id;
  const show = (next: { shop?: string; part?: Part }) =>
    void navigate({
      to: "/admin/policy",
      search: { shop: next.shop ?? shop ?? "", part: next.part ?? part },
      replace: true,
    });
  useShortcuts(
    PARTS.map((one, at) => ({ keys: String(at + 1), label: t[one], run: () => show({ part: one }) })),
  );
  return (
    <div className="policy">
      <div className="page-head">
        <h1>{t.title}</h1>
        {shops.length > 1 && (
          <Select
            aria-label={t.shop}
            value={shop ?? ""}
            onChange={(next) => show({ shop: next })}
            options={shops.map((one) => ({ value: one.id, label: one.name }))}
            style={{ minWidth: 160 }}
          />
        )}
        <p className="muted">{t.hint}</p>
      </div>
      <div className="policy-parts">
        <Segmented
          aria-label={t.parts}
          value={part}
          onChange={(next) => show({ part: next })}
          options={PARTS.map((one) => ({ value: one, label: t[one] }))}
        />
      </div>
      {shop === undefined ? <Nothing title={t.shop} /> : <Editor key={shop} shop={shop} part={part} />}
    </div>
  );
}

function Editor({ shop, part }: { shop: string; part: Part }) {
  const t = useMessages(messages);
  const mayWrite = useMay("POLICY_WRITE");
  const shape = useShape();
  const editor = usePolicyEditor(shop, mayWrite);
  const { draft } = editor;
  if (shape.data === undefined || draft === undefined) {
    const error = shape.error ?? editor.error;
    return error === null ? <SkeletonRows /> : <ProblemNote error={error} retry={editor.reload} />;
  }
  const props = {
    shape: shape.data,
    document: editor.document,
    edit: editor.edit,
    wrong: draft.wrong,
    mayWrite,
  };
  return (
    <div className="stack">
      <StatusBar shop={shop} editor={editor} mayWrite={mayWrite} />
      {!mayWrite && <p className="muted">{t.readOnly}</p>}
      {part === "rules" && <RulesTab {...props} />}
      {part === "constants" && <ConstantsTab {...props} />}
      {part === "exemptions" && <ExemptionsTab {...props} />}
      {part === "promises" && <PromisesTab {...props} />}
      {part === "guards" && <GuardsTab {...props} />}
      {part === "compare" && <CompareTab shop={shop} draft={draft} />}
      {part === "history" && <HistoryTab shop={shop} nextVersion={draft.nextVersion} mayWrite={mayWrite} />}
    </div>
  );
}

function StatusBar({ shop, editor, mayWrite }: { shop: string; editor: PolicyEditor; mayWrite: boolean }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const inForce = useInForce(shop).data;
  const queries = useQueryClient();
  const [publishing, setPublishing] = useState(false);
  const { draft, saving, error, reload } = editor;
  const discard = useMutation({
    mutationFn: () => api.delete(policyPath(shop, "/draft"), { ifMatch: draft?.revision ?? 0 }),
    onSuccess: reload,
    onError: () => queries.invalidateQueries({ queryKey: ["policy", shop] }),
  });
  if (draft === undefined) return null;
  const there = draft.revision > 0;
  const publishable = there && saving === "saved" && draft.wrong.length === 0 && draft.differences.length > 0;
  const state = saving === "saving" ? t.saving : saving === "failed" ? t.failed : there ? t.saved : t.noDraft;
  return (
    <>
      <div className="policy-status row wrap">
        <Badge tone="good">
          {t.inForce(draft.inForceVersion)}
          {draft.inForceVersion === 1 && ` · ${t.ofTheHouse}`}
        </Badge>
        {inForce?.planned.map((one) => (
          <Badge key={one.version} tone="info">
            {t.planned(one.version, one.fromAt === null ? "" : formatDateTime(one.fromAt, spoken))}
          </Badge>
        ))}
        <span role="status" className="muted">
          {state}
        </span>
        {draft.differences.length > 0 && <Badge tone="info">{t.changes(draft.differences.length)}</Badge>}
        {draft.wrong.length > 0 && <Badge tone="bad">{t.problems(draft.wrong.length)}</Badge>}
        <span className="grow" />
        {mayWrite && there && (
          <Popconfirm
            title={t.discardSure}
            okText={t.discard}
            okButtonProps={{ danger: true }}
            cancelText={t.cancel}
            onConfirm={() => discard.mutate()}
          >
            <Button>{t.discard}</Button>
          </Popconfirm>
        )}
        {mayWrite && (
          <Button
            type="primary"
            disabled={!publishable}
            title={publishable ? undefined : draft.wrong.length > 0 ? t.mend : t.nothingChanged}
            onClick={() => setPublishing(true)}
          >
            {t.publish}
          </Button>
        )}
      </div>
      <ProblemNote error={error ?? discard.error}>
        {saving === "conflict" && (
          <div className="stack tight">
            <span>{t.conflict}</span>
            <div>
              <Button size="small" onClick={reload}>
                {t.takeNewest}
              </Button>
            </div>
          </div>
        )}
      </ProblemNote>
      {publishing && (
        <PublishDialog
          shop={shop}
          draft={draft}
          onClose={() => setPublishing(false)}
          onPublished={() => {
            setPublishing(false);
            reload();
          }}
        />
      )}
    </>
  );
}
