import { useQuery } from "@tanstack/react-query";
import { Segmented, Select, Tabs } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { StepsView } from "../../api/views";
import { channelNames } from "../../api/words";
import { useLanguage, useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { ShopSelect } from "../../ui/ShopSelect";
import { languageNames, messages } from "./messages";
import { TellingForm } from "./TellingForm";
import { TemplateEditor } from "./TemplateEditor";
import "./TemplatesPage.css";

export function TemplatesPage() {
  const t = useMessages(messages);
  const [shop, setShop] = useShop();
  const steps = useQuery({
    queryKey: ["templates", shop],
    queryFn: ({ signal }) => api.get<StepsView>(`/api/v1/shops/${shop}/message-templates`, { signal }),
    enabled: shop !== "",
  });
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={steps.error} retry={() => void steps.refetch()} />
      {steps.data === undefined ? (
        <SkeletonRows rows={10} />
      ) : (
        <Tabs
          items={[
            {
              key: "wordings",
              label: t.title,
              children: <Wordings key={shop} shop={shop} of={steps.data} />,
            },
            { key: "settings", label: t.settings, children: <TellingForm key={shop} shop={shop} /> },
          ]}
        />
      )}
    </>
  );
}

function Wordings({ shop, of }: { shop: string; of: StepsView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [step, setStep] = useState(of.steps[2]?.step ?? of.steps[0]?.step ?? "");
  const [channel, setChannel] = useState("EMAIL");
  const [language, setLanguage] = useState<string>(spoken);
  return (
    <div className="wordings">
      <Panel flush>
        <div className="steps">
          {of.steps.map((one) => (
            <button
              key={one.step}
              type="button"
              aria-current={one.step === step}
              onClick={() => setStep(one.step)}
            >
              <span>{one.text}</span>
              {one.own.length > 0 && <span className="small muted">{t.own}</span>}
            </button>
          ))}
        </div>
        <div className="only-narrow">
          <Select
            aria-label={t.step}
            value={step}
            onChange={setStep}
            style={{ width: "100%" }}
            showSearch={{ optionFilterProp: "label" }}
            options={of.steps.map((one) => ({ value: one.step, label: one.text }))}
          />
        </div>
      </Panel>
      <div className="stack">
        <div className="row wrap">
          <Segmented
            aria-label={t.channel}
            value={channel}
            onChange={setChannel}
            options={of.channels.map((one) => ({ value: one, label: channelNames[one]?.[spoken] ?? one }))}
          />
          <Segmented
            aria-label={t.language}
            value={language}
            onChange={setLanguage}
            options={of.languages.map((one) => ({ value: one, label: languageNames[one] ?? one }))}
          />
        </div>
        <TemplateEditor
          key={`${step} ${channel} ${language}`}
          shop={shop}
          path={`/api/v1/shops/${shop}/message-templates/${step}/${channel}/${language}`}
        />
      </div>
    </div>
  );
}
