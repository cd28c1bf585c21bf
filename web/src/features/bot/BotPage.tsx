import { Tabs } from "antd";
import { useSession, useShop } from "../../api/session";
import { useMessages } from "../../i18n";
import { ShopSelect } from "../../ui/ShopSelect";
import "./Bot.css";
import { FlowsPanel } from "./FlowsPanel";
import { MeasuresPanel } from "./MeasuresPanel";
import { messages } from "./messages";
import { SettingsPanel } from "./SettingsPanel";

/** Whether and how a shop's bot answers, by which flows, and how well it does. */
export function BotPage() {
  const t = useMessages(messages);
  const [shop, setShop] = useShop();
  const sees = useSession().permissions.includes("INSIGHT_READ");
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <p className="muted">{t.hint}</p>
      </div>
      <Tabs
        items={[
          { key: "settings", label: t.settings, children: <SettingsPanel key={shop} shop={shop} /> },
          { key: "flows", label: t.flows, children: <FlowsPanel key={shop} shop={shop} /> },
          ...(sees
            ? [{ key: "measures", label: t.measures, children: <MeasuresPanel key={shop} shop={shop} /> }]
            : []),
        ]}
      />
    </>
  );
}
