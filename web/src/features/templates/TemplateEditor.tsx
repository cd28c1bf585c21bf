import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Popconfirm } from "antd";
import { useDeferredValue, useRef, useState } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { TemplatePreview, TemplateView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { messages } from "./messages";
import { proposed } from "./proposed";

export function TemplateEditor({ shop, path }: { shop: string; path: string }) {
  const found = useQuery({
    queryKey: ["template", path],
    queryFn: ({ signal }) => api.get<TemplateView>(path, { signal }),
  });
  if (found.data === undefined)
    return found.isError ? (
      <ProblemNote error={found.error} retry={() => void found.refetch()} />
    ) : (
      <SkeletonRows rows={6} />
    );
  return <Editor key={found.data.version} shop={shop} path={path} saved={found.data} />;
}

function Editor({ shop, path, saved }: { shop: string; path: string; saved: TemplateView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const mayWrite = useMay("POLICY_WRITE");
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [subject, setSubject] = useState(saved.subject);
  const [body, setBody] = useState(saved.body);
  const [vendor, setVendor] = useState(saved.vendorTemplate ?? "");
  const area = useRef<HTMLDivElement>(null);
  const draft = useDeferredValue(JSON.stringify({ subject, body }));
  const preview = useQuery({
    queryKey: ["template-preview", path, draft],
    queryFn: ({ signal }) =>
      api.post<TemplatePreview>(`${path}/preview`, JSON.parse(draft) as unknown, { signal }),
    placeholderData: (before) => before,
  });
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ["template", path] });
    await queries.invalidateQueries({ queryKey: ["templates", shop] });
  };
  const save = useMutation({
    mutationFn: () =>
      api.put<TemplateView>(path, { subject, body, vendorTemplate: vendor }, { ifMatch: saved.version }),
    onSuccess: async () => {
      void toast.success(t.saved);
      await done();
    },
  });
  const reset = useMutation({
    mutationFn: () => api.delete<TemplateView>(path, { ifMatch: saved.version }),
    onSuccess: done,
  });
  const insert = (name: string) => {
    const field = area.current?.querySelector("textarea");
    const at = field?.selectionStart ?? body.length;
    setBody(`${body.slice(0, at)}{${name}}${body.slice(field?.selectionEnd ?? at)}`);
    field?.focus();
  };
  const findings = preview.data?.findings ?? [];
  return (
    <Panel
      title={saved.stepText}
      extra={<Badge tone={saved.own ? "info" : "quiet"}>{saved.own ? t.own : t.shipped}</Badge>}
    >
      <div className="stack" ref={area}>
        {!mayWrite && <Alert type="info" title={t.readOnly} />}
        {!saved.own && saved.shippedIn !== saved.language && <Alert type="info" title={t.inEnglish} />}
        {saved.subjectLimit > 0 && (
          <Field label={t.subject} hint={t.length(subject.length, saved.subjectLimit)}>
            {(ids) => (
              <Input
                {...ids}
                value={subject}
                readOnly={!mayWrite}
                onChange={(e) => setSubject(e.target.value)}
              />
            )}
          </Field>
        )}
        <Field
          label={t.body}
          hint={[
            t.length(preview.data?.length ?? 0, saved.bodyLimit),
            ...((preview.data?.smsParts ?? 0) > 0 ? [t.parts(preview.data?.smsParts ?? 0)] : []),
          ].join(" · ")}
        >
          {(ids) => (
            <Input.TextArea
              {...ids}
              value={body}
              readOnly={!mayWrite}
              autoSize={{ minRows: 5, maxRows: 18 }}
              onChange={(e) => setBody(e.target.value)}
            />
          )}
        </Field>
        {mayWrite && (
          <div className="stack tight">
            <span className="small muted">{t.variables}</span>
            <div className="variables">
              {saved.variables.map((one) => (
                <Button key={one.name} size="small" title={one.meaning} onClick={() => insert(one.name)}>
                  {`{${one.name}}`}
                </Button>
              ))}
            </div>
          </div>
        )}
        {saved.channel === "SMS" && (
          <Field label={t.vendor} hint={t.vendorHint}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={60}
                value={vendor}
                readOnly={!mayWrite}
                onChange={(e) => setVendor(e.target.value)}
              />
            )}
          </Field>
        )}
        <div aria-live="polite">
          {findings.length === 0 ? (
            preview.data !== undefined && <Alert type="success" showIcon title={t.sound} />
          ) : (
            <Alert
              type="warning"
              showIcon
              title={t.findings(findings.length)}
              description={
                <ul className="findings">
                  {findings.map((one) => (
                    <li key={`${one.part} ${one.from} ${one.code}`}>
                      {one.problem}
                      {one.proposal !== null && (
                        <div className="row wrap">
                          <span>→ {one.proposal}</span>
                          {mayWrite && (
                            <Button
                              size="small"
                              onClick={() =>
                                one.part === "subject"
                                  ? setSubject(proposed(subject, one))
                                  : setBody(proposed(body, one))
                              }
                            >
                              {t.take}
                            </Button>
                          )}
                        </div>
                      )}
                    </li>
                  ))}
                </ul>
              }
            />
          )}
        </div>
        <div className="stack tight">
          <span className="small muted">
            {t.preview} ·{" "}
            {preview.data?.caseNo === null || preview.data === undefined
              ? t.previewSample
              : t.previewOf(preview.data.caseNo)}
          </span>
          <div className="shown">
            {saved.subjectLimit > 0 && <strong>{preview.data?.subject}</strong>}
            {saved.subjectLimit > 0 && "\n"}
            {preview.data?.body}
          </div>
        </div>
        <ProblemNote error={save.error ?? reset.error ?? preview.error} />
        {mayWrite && (
          <div className="row">
            <Button
              type="primary"
              loading={save.isPending}
              disabled={findings.length > 0}
              title={findings.length > 0 ? t.findings(findings.length) : undefined}
              onClick={() => save.mutate()}
            >
              {t.save}
            </Button>
            {saved.own && (
              <Popconfirm
                title={t.resetTitle}
                description={t.resetHint}
                okText={t.reset}
                cancelText={t.cancel}
                onConfirm={() => reset.mutate()}
              >
                <Button loading={reset.isPending}>{t.reset}</Button>
              </Popconfirm>
            )}
          </div>
        )}
        {saved.versions.length > 0 && (
          <details>
            <summary>{t.versions}</summary>
            <ul className="findings">
              {saved.versions.map((one) => (
                <li key={one.version}>
                  {t.version(one.version, one.savedBy, formatDateTime(one.savedAt, spoken))}{" "}
                  {one.shipped ? (
                    t.shipped
                  ) : (
                    <Button
                      size="small"
                      onClick={() => {
                        setSubject(one.subject ?? "");
                        setBody(one.body ?? "");
                      }}
                    >
                      {t.open}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Panel>
  );
}
