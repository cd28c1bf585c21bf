import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { StepsView, TellingView } from "../../api/views";
import { channelNames } from "../../api/words";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { Table } from "../../ui/Table";
import { messages } from "./messages";

/** When nobody is rung at, where links lead, and what is told by which channel. */
export function TellingForm({ shop }: { shop: string }) {
  const path = `/api/v1/shops/${shop}/telling`;
  const telling = useQuery({
    queryKey: ["telling", shop],
    queryFn: ({ signal }) => api.get<TellingView>(path, { signal }),
  });
  const steps = useQuery({
    queryKey: ["templates", shop],
    queryFn: ({ signal }) => api.get<StepsView>(`/api/v1/shops/${shop}/message-templates`, { signal }),
  });
  if (telling.data === undefined || steps.data === undefined)
    return telling.isError ? <ProblemNote error={telling.error} /> : <SkeletonRows rows={8} />;
  return <Form key={telling.data.version} path={path} shop={shop} saved={telling.data} steps={steps.data} />;
}

function Form({
  path,
  shop,
  saved,
  steps,
}: {
  path: string;
  shop: string;
  saved: TellingView;
  steps: StepsView;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const mayWrite = useMay("POLICY_WRITE");
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [quiet, setQuiet] = useState(saved.quietFrom !== null);
  const [from, setFrom] = useState(saved.quietFrom ?? "22:00");
  const [to, setTo] = useState(saved.quietTo ?? "08:00");
  const [portal, setPortal] = useState(saved.portalAddress ?? "");
  const [channels, setChannels] = useState<Record<string, string[]>>(saved.channels);
  const save = useMutation({
    mutationFn: () =>
      api.put<TellingView>(
        path,
        { quietFrom: quiet ? from : null, quietTo: quiet ? to : null, portalAddress: portal, channels },
        { ifMatch: saved.version },
      ),
    onSuccess: async () => {
      void toast.success(t.settingsSaved);
      await queries.invalidateQueries({ queryKey: ["telling", shop] });
      await queries.invalidateQueries({ queryKey: ["templates", shop] });
    },
  });
  return (
    <div className="stack">
      <Panel title={t.quiet}>
        <div className="stack">
          <p className="muted small">{t.quietHint(saved.zone)}</p>
          <Checkbox checked={!quiet} disabled={!mayWrite} onChange={(e) => setQuiet(!e.target.checked)}>
            {t.never}
          </Checkbox>
          {quiet && (
            <div className="row wrap">
              <Field label={t.from}>
                {(ids) => (
                  <Input
                    {...ids}
                    type="time"
                    value={from}
                    readOnly={!mayWrite}
                    onChange={(e) => setFrom(e.target.value)}
                  />
                )}
              </Field>
              <Field label={t.to}>
                {(ids) => (
                  <Input
                    {...ids}
                    type="time"
                    value={to}
                    readOnly={!mayWrite}
                    onChange={(e) => setTo(e.target.value)}
                  />
                )}
              </Field>
            </div>
          )}
          <Field label={t.portal} hint={t.portalHint}>
            {(ids) => (
              <Input
                {...ids}
                placeholder="https://care.example.com"
                value={portal}
                readOnly={!mayWrite}
                onChange={(e) => setPortal(e.target.value)}
              />
            )}
          </Field>
        </div>
      </Panel>
      <Panel title={t.toldBy} flush>
        <Table
          label={t.toldBy}
          rows={steps.steps}
          rowKey={(one) => one.step}
          columns={[
            { key: "step", title: t.step, cell: (one) => one.text },
            {
              key: "by",
              title: t.toldBy,
              cell: (one) => (
                <Select
                  aria-label={`${t.toldBy} · ${one.text}`}
                  mode="multiple"
                  disabled={!mayWrite}
                  style={{ minWidth: 180, width: "100%" }}
                  value={channels[one.step] ?? one.channels}
                  onChange={(next: string[]) => setChannels({ ...channels, [one.step]: next })}
                  options={steps.channels.map((each) => ({
                    value: each,
                    label: channelNames[each]?.[spoken] ?? each,
                  }))}
                />
              ),
            },
          ]}
        />
      </Panel>
      <p className="muted small">{t.toldByHint}</p>
      <ProblemNote error={save.error} />
      {mayWrite && (
        <div className="row">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t.save}
          </Button>
        </div>
      )}
    </div>
  );
}
