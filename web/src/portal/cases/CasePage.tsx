import { useCallback } from "react";
import type { PortalCase } from "../contract";
import { useMessages } from "../../i18n";
import { readAnew, useRead } from "../data";
import { Notify } from "../answer/Notify";
import { Questions, useQuestions } from "../answer/Questions";
import { BackTo } from "../parts/BackTo";
import { Heading } from "../parts/Heading";
import { Problem } from "../parts/Problem";
import { Waiting } from "../parts/Waiting";
import { AddEvidence } from "./AddEvidence";
import { Cancel } from "./Cancel";
import { Conversation } from "./Conversation";
import { Details } from "./Details";
import { Dispute } from "./Dispute";
import { messages } from "./messages";
import { Options } from "./Options";
import { casePath } from "./paths";
import { PickUp } from "./PickUp";
import { Refunds } from "./Refunds";
import { Replacement } from "./Replacement";
import { Revise } from "./Revise";
import { Ship } from "./Ship";
import { Solution } from "./Solution";
import { StoreVisit } from "./StoreVisit";
import { Timeline } from "./Timeline";
import { Verdict } from "./Verdict";
import { WhatNow } from "./WhatNow";

/** Step three of three: the decision and why; and from then on everything that happens, as it happens. */
export function CasePage({ id }: { id: string }) {
  const t = useMessages(messages);
  const reading = useRead<PortalCase>(casePath(id));
  const again = useCallback(() => readAnew((path) => path === casePath(id)), [id]);
  const it = reading.data;
  return (
    <>
      <BackTo to="/cases">{t.listTitle}</BackTo>
      <Problem
        error={it === null || reading.error?.type !== "unreachable" ? reading.error : null}
        onAgain={again}
        busy={reading.loading}
      />
      {it === null && reading.error !== null && <Heading>{t.notShown}</Heading>}
      {it === null && reading.error === null && <Waiting heights={[220, 120, 200]} />}
      {it !== null && (
        <div className="case-grid">
          <div className="column">
            <Verdict it={it} />
            <AskedAfterwards it={it} />
            <WhatNow it={it} />
            <Solution it={it} />
            <Options it={it} />
            <Revise it={it} />
            <AddEvidence it={it} />
            <Ship it={it} />
            <PickUp it={it} />
            <StoreVisit it={it} />
            <Replacement it={it} />
            <Dispute it={it} />
            <Timeline it={it} />
            <Refunds refunds={it.refunds} />
          </div>
          <div className="column">
            <Conversation it={it} />
            <Notify />
            <Details it={it} />
            <Cancel it={it} />
          </div>
        </div>
      )}
    </>
  );
}

/** Once it has ended: is it solved, and how was it. */
function AskedAfterwards({ it }: { it: PortalCase }) {
  return it.state === "COMPLETED" || it.state === "CLOSED" ? <TwoQuestions id={it.id} /> : null;
}

function TwoQuestions({ id }: { id: string }) {
  const questions = useQuestions(`${casePath(id)}/follow-up`);
  // A case that ended long ago is not asked about any more.
  return questions.it === null ? null : <Questions of={questions} />;
}
