import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { TicketSettings, TicketSettingsView } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShopSelect } from "../../ui/ShopSelect";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { LimitsPanel } from "./LimitsPanel";
import { OutsidePanel } from "./OutsidePanel";
import { RulesPanel } from "./RulesPanel";
import { settingsMessages } from "./settingsMessages";
import "./Tickets.css";
import { ticketsKey, useTicketSettings } from "./useTickets";

/** What holds for a shop's tickets. */
export function SettingsPage() {
  const t = useMessages(settingsMessages);
  const [shop, setShop] = useShop();
  const found = useTicketSettings(shop);
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={found.error} retry={() => void found.refetch()} />
      {found.data === undefined ? (
        !found.isError && <SkeletonRows rows={8} />
      ) : (
        <Editor key={`${shop} ${found.data.version}`} shop={shop} view={found.data} />
      )}
    </>
  );
}

function Editor({ shop, view }: { shop: string; view: TicketSettingsView }) {
  const t = useMessages(settingsMessages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [settings, setSettings] = useState(view.settings);
  const change = (part: Partial<TicketSettings>) => setSettings({ ...settings, ...part });
  const save = useMutation({
    mutationFn: () =>
      api.put<TicketSettingsView>(`/api/v1/shops/${shop}/ticket-settings`, {
        version: view.version,
        settings,
      }),
    onSuccess: (now) => {
      queries.setQueryData(ticketsKey("settings", shop), now);
      void toast.success(t.saved);
    },
  });
  const changed = settings !== view.settings;
  return (
    <div className="stack">
      <LimitsPanel settings={settings} teams={view.teams} change={change} />
      <OutsidePanel outside={settings.outside} change={(outside) => change({ outside })} />
      <RulesPanel rules={settings.rules} teams={view.teams} change={(rules) => change({ rules })} />
      <ProblemNote error={save.error} />
      <div className="row">
        <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>
          {t.save}
        </Button>
        {changed && <span className="muted small">{t.unsaved}</span>}
      </div>
    </div>
  );
}
