import { useQuery } from "@tanstack/react-query";
import { Tabs } from "antd";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { IntentsView } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { ShopSelect } from "../../ui/ShopSelect";
import { IntentsTab } from "./IntentsTab";
import { messages } from "./messages";
import { ModelsTab } from "./ModelsTab";
import { TrainButton } from "./TrainButton";
import { TrialTab } from "./TrialTab";
import "./LanguagePage.css";

/** What customers want, how well it is recognised, and a place to try. */
export function LanguagePage() {
  const t = useMessages(messages);
  const [shop, setShop] = useShop();
  const path = `/api/v1/shops/${shop}`;
  const intents = useQuery({
    queryKey: ["intents", shop],
    queryFn: ({ signal }) => api.get<IntentsView>(`${path}/intents`, { signal }),
    enabled: shop !== "",
  });
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <TrainButton key={shop} shop={shop} />
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={intents.error} retry={() => void intents.refetch()} />
      {intents.data === undefined ? (
        <SkeletonRows rows={10} />
      ) : (
        <Tabs
          items={[
            {
              key: "intents",
              label: t.intents,
              children: <IntentsTab key={shop} shop={shop} of={intents.data} />,
            },
            { key: "models", label: t.models, children: <ModelsTab key={shop} shop={shop} /> },
            { key: "trial", label: t.trial, children: <TrialTab key={shop} shop={shop} /> },
          ]}
        />
      )}
    </>
  );
}
