import type { CaseView } from "../../api/views";
import type { Act } from "./act";
import { ApproveDialog } from "./ApproveDialog";
import { AskDialog } from "./AskDialog";
import { ExtendDialog } from "./ExtendDialog";
import { OfferDialog } from "./OfferDialog";
import { RefuseDialog } from "./RefuseDialog";
import {
  MismatchDialog,
  PassDialog,
  ReceiveDialog,
  RefundApprovalDialog,
  RulingDialog,
} from "./ReturnDialogs";
import { ResolveDialog } from "./ResolveDialog";
import { StepDialog } from "./StepDialog";
import { STEPS } from "./steps";

export interface DialogProps {
  item: CaseView;
  close: () => void;
  next: string | null;
  go: (id: string | null) => void;
}

/** One at a time; which one stands in the address. */
export function DecisionDialogs({ act, ...props }: DialogProps & { act: Act | undefined }) {
  switch (act) {
    case "approve":
      return <ApproveDialog {...props} />;
    case "refuse":
      return <RefuseDialog {...props} />;
    case "ask":
      return <AskDialog {...props} />;
    case "offer":
      return <OfferDialog {...props} />;
    case "extend":
      return <ExtendDialog {...props} />;
    case "resolve":
      return <ResolveDialog {...props} />;
    case "receive":
      return <ReceiveDialog {...props} />;
    case "pass":
      return <PassDialog {...props} />;
    case "mismatch":
      return <MismatchDialog {...props} />;
    case "refund":
      return <RefundApprovalDialog {...props} />;
    case "ruling":
      return <RulingDialog {...props} />;
    case undefined:
      return null;
    default: {
      const step = STEPS[act];
      return step === undefined ? null : <StepDialog key={act} step={step} {...props} />;
    }
  }
}
