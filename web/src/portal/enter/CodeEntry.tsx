import { useMessages } from "../../i18n";
import { Heading } from "../parts/Heading";
import { Icon } from "../parts/Icon";
import { forget, useKept } from "../kept";
import { AskCodeForm } from "./AskCodeForm";
import { CodeForm } from "./CodeForm";
import { messages } from "./messages";

/** What has been asked for; kept, so that looking into the mail and coming back loses nothing. */
export interface AskedCode {
  codeId: string;
  shop: string;
  orderNumber: string;
  contact: string;
  sentTo: string | null;
  minutes: number;
  askedAt: number;
}

interface CodeEntryProps {
  shop: string | null;
  orderNumber: string | null;
  back: string | null;
  ended: boolean;
}

export function CodeEntry({ shop, orderNumber, back, ended }: CodeEntryProps) {
  const t = useMessages(messages);
  const [asked, setAsked] = useKept<AskedCode | null>("asked-code", () => null);
  return (
    <>
      <div className="page-head">
        <Heading key={asked === null ? "ask" : "code"}>{asked === null ? t.title : t.codeTitle}</Heading>
        {asked === null && <p className="soft">{t.lead}</p>}
      </div>
      {ended && <p className="notice calm">{t.ended}</p>}
      {asked === null ? (
        <AskCodeForm shop={shop} orderNumber={orderNumber} onAsked={(next) => setAsked(() => next)} />
      ) : (
        <CodeForm
          asked={asked}
          onAskedAgain={(next) => setAsked(() => next)}
          onChange={() => setAsked(() => null)}
          onIn={() => forget("asked-code")}
          back={back}
        />
      )}
      {asked === null && <WhatYouCanCountOn />}
    </>
  );
}

function WhatYouCanCountOn() {
  const t = useMessages(messages);
  return (
    <section className="card promise" aria-label={t.safeTitle}>
      <ul className="stack">
        {[t.safe1, t.safe2, t.safe3].map((promise) => (
          <li key={promise}>
            <Icon name="heart" /> {promise}
          </li>
        ))}
      </ul>
    </section>
  );
}
