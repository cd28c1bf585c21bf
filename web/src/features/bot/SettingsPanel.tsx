import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { BotSettings, BotSettingsView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { messages } from "./messages";
import { botKey, useBotSettings } from "./useBot";

export function SettingsPanel({ shop }: { shop: string }) {
  const found = useBotSettings(shop);
  return (
    <>
      <ProblemNote error={found.error} retry={() => void found.refetch()} />
      {found.data === undefined ? (
        !found.isError && <SkeletonRows rows={8} />
      ) : (
        <Editor key={found.data.version} shop={shop} view={found.data} />
      )}
    </>
  );
}

const NUMBERS = [
  { name: "sure", label: "sure", hint: "sureHint", min: 0.2, max: 0.95, step: 0.05 },
  { name: "anger", label: "anger", hint: "angerHint", min: 0.1, max: 1, step: 0.05 },
  { name: "patienceSeconds", label: "patience", hint: "patienceHint", min: 5, max: 120, step: 1 },
] as const;

function Editor({ shop, view }: { shop: string; view: BotSettingsView }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [settings, setSettings] = useState(view.settings);
  const change = (part: Partial<BotSettings>) => setSettings({ ...settings, ...part });
  const save = useMutation({
    mutationFn: () =>
      api.put<BotSettingsView>(`/api/v1/shops/${shop}/bot-settings`, { version: view.version, settings }),
    onSuccess: (now) => {
      queries.setQueryData(botKey("settings", shop), now);
      void toast.success(t.saved);
    },
  });
  const changed = settings !== view.settings;
  return (
    <Panel>
      <div className="stack">
        <label className="row">
          <Switch checked={settings.on} onChange={(on) => change({ on })} aria-label={t.on} /> {t.on}
        </label>
        <div className="bot-fields">
          {(["zh", "en"] as const).map((language) => (
            <Field key={language} label={language === "zh" ? t.nameZh : t.nameEn}>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={40}
                  value={settings.name[language]}
                  onChange={(event) => change({ name: { ...settings.name, [language]: event.target.value } })}
                />
              )}
            </Field>
          ))}
          {(["zh", "en"] as const).map((language) => (
            <Field key={language} label={language === "zh" ? t.greetingZh : t.greetingEn}>
              {(ids) => (
                <Input.TextArea
                  {...ids}
                  maxLength={300}
                  autoSize={{ minRows: 2 }}
                  value={settings.greeting[language]}
                  onChange={(event) =>
                    change({ greeting: { ...settings.greeting, [language]: event.target.value } })
                  }
                />
              )}
            </Field>
          ))}
          <Field label={t.channels} hint={t.channelsHint}>
            {(ids) => (
              <Select
                {...ids}
                mode="multiple"
                value={settings.channels}
                onChange={(channels: string[]) => change({ channels })}
                options={view.channels.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
          </Field>
          <Field label={t.from} hint={t.hoursHint}>
            {(ids) => (
              <Input
                {...ids}
                type="time"
                value={settings.from?.slice(0, 5) ?? ""}
                onChange={(event) => change({ from: event.target.value === "" ? null : event.target.value })}
              />
            )}
          </Field>
          <Field label={t.until}>
            {(ids) => (
              <Input
                {...ids}
                type="time"
                value={settings.until?.slice(0, 5) ?? ""}
                onChange={(event) => change({ until: event.target.value === "" ? null : event.target.value })}
              />
            )}
          </Field>
          {NUMBERS.map(({ name, label, hint, min, max, step }) => (
            <Field key={name} label={t[label]} hint={t[hint]}>
              {(ids) => (
                <InputNumber
                  {...ids}
                  min={min}
                  max={max}
                  step={step}
                  value={settings[name]}
                  onChange={(value) => {
                    if (value !== null) change({ [name]: value });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
        <ProblemNote error={save.error} />
        <div className="row">
          <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>
            {t.save}
          </Button>
          {changed && <span className="muted small">{t.unsaved}</span>}
        </div>
      </div>
    </Panel>
  );
}
