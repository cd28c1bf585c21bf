import { useQuery } from "@tanstack/react-query";
import { Select, Tabs } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useSession } from "../../api/session";
import type { IntentsView } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { IntentsTab } from "./IntentsTab";
import { messages } from "./messages";
import { ModelsTab } from "./ModelsTab";
import { TrainButton } from "./TrainButton";
import { TrialTab } from "./TrialTab";
import "./LanguagePage.css";

/** What customers want, how well it is recognised, and a place to try. */
export function LanguagePage() {
  const t = useMessages(messages);
  const { shops } = useSession();
  const [shop, setShop] = useState(shops[0]?.id ?? "");
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
        <Select
          aria-label={t.shop}
          value={shop}
          onChange={setShop}
          popupMatchSelectWidth={false}
          options={shops.map((one) => ({ value: one.id, label: one.name }))}
        />
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
