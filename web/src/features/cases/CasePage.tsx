import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import type { CaseView } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { ActionPanel } from "./ActionPanel";
import { MakingPanel } from "../making/MakingPanel";
import { AmountPanel } from "./AmountPanel";
import { CaseHeader } from "./CaseHeader";
import "./CasePage.css";
import { Conversation } from "./Conversation";
import { ACTS, acts, type Act } from "./act";
import { DecisionDialogs } from "./DecisionDialogs";
import { DecisionPanel } from "./DecisionPanel";
import { EvidencePanel } from "./EvidencePanel";
import { FollowUpPanel } from "./FollowUpPanel";
import { messages } from "./messages";
import { NoticesPanel } from "./NoticesPanel";
import { OpenEnds } from "./OpenEnds";
import { CustomerPanel, OrderPanel } from "./OrderPanel";
import { RequestPanel } from "./RequestPanel";
import { Timeline } from "./Timeline";
import { useCase } from "./useCase";
import { useNeighbours } from "./useNeighbours";

/** `more` is what other parts of the house know about the case, beside the work on it. */
export function CasePage({ more }: { more?: (item: CaseView) => ReactNode }) {
  const { id } = useParams({ from: "/house/rooms/desk/cases/$id" });
  const found = useCase(id);
  if (found.data === undefined)
    return found.isError ? (
      <div className="case">
        <ProblemNote error={found.error} retry={() => void found.refetch()} />
      </div>
    ) : (
      <div className="case">
        <SkeletonRows rows={12} height={26} />
      </div>
    );
  return (
    <OneCase
      key={id}
      item={found.data}
      stale={found.isError ? found.error : null}
      more={more?.(found.data)}
    />
  );
}

function OneCase({ item, stale, more }: { item: CaseView; stale: unknown; more: ReactNode }) {
  const t = useMessages(messages);
  const asked = useSearch({ from: "/house/rooms/desk/cases/$id" }).do;
  const navigate = useNavigate();
  const [part, setPart] = useState<"work" | "talk" | "order">("work");
  const { next, previous, go } = useNeighbours(item.id);

  // The open dialog is part of the address: it can be opened from the queue by key, and Back closes it.
  const open = (act: Act | undefined) =>
    void navigate({
      to: "/desk/cases/$id",
      params: { id: item.id },
      search: act === undefined ? {} : { do: act },
      replace: true,
    });
  const possible = acts.filter((act) =>
    item.allowed.some((one) => one.action === ACTS[act].action && one.enabled),
  );
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up with.
    window.scrollTo(0, 0);
  }, []);

  useShortcuts([
    ...possible.map((act) => ({ keys: ACTS[act].key, label: t[act], run: () => open(act) })),
    {
      keys: "m",
      label: t.write,
      run: () => {
        setPart("talk");
        requestAnimationFrame(() => document.getElementById("message-to-customer")?.focus());
      },
    },
    { keys: "j", label: t.next, run: () => go(next) },
    { keys: "k", label: t.previous, run: () => go(previous) },
    { keys: "u", label: t.back, run: () => void navigate({ to: "/desk" }) },
  ]);

  return (
    <div className="case">
      <CaseHeader item={item} next={next} previous={previous} go={go} />
      <ProblemNote error={stale} />
      <Segmented
        className="case-parts"
        block
        aria-label={t.parts}
        value={part}
        onChange={setPart}
        options={[
          { value: "work", label: t.partWork },
          { value: "talk", label: t.partTalk },
          { value: "order", label: t.partOrder },
        ]}
      />
      <div className="case-columns" data-part={part}>
        <div className="case-column" data-column="order">
          <OrderPanel item={item} />
          <MakingPanel item={item} />
          <CustomerPanel item={item} />
        </div>
        <div className="case-column" data-column="talk">
          <RequestPanel item={item} />
          <EvidencePanel item={item} />
          <Conversation item={item} />
          <Timeline item={item} />
          <NoticesPanel item={item} />
        </div>
        <div className="case-column" data-column="work">
          <ActionPanel item={item} open={open} />
          {more}
          <OpenEnds item={item} />
          <AmountPanel item={item} />
          <DecisionPanel item={item} />
          <FollowUpPanel item={item} />
        </div>
      </div>
      <DecisionDialogs item={item} act={asked} close={() => open(undefined)} next={next} go={go} />
    </div>
  );
}
