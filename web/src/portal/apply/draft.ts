import type { NewCase, PortalOrder, PortalOrderLine } from "../contract";
import { newId } from "../../api/id";
import { useKept } from "../kept";
import type { KeptPhoto } from "../photos/usePhotos";

/** A request that is being written. Its id is the case's id from the first letter on, so it is submitted once. */
export interface Draft {
  caseId: string;
  /** How many of which line. */
  lines: Record<string, number>;
  reason: NewCase["reason"] | null;
  reasonText: string;
  type: NewCase["type"];
  damageLevel: NewCase["damageLevel"];
  badRatioPct: number | null;
  /** Another size or colour; none is the same again. */
  exchangeSku?: string | null;
  photos: KeptPhoto[];
  /** A person's words first: an apology, an explanation. */
  wantsHuman?: boolean;
}

export function useDraft(orderNo: string) {
  return useKept<Draft>(`draft:${orderNo}`, () => ({
    caseId: newId(),
    lines: {},
    reason: null,
    reasonText: "",
    type: null,
    damageLevel: null,
    badRatioPct: null,
    photos: [],
  }));
}

/** How many of a line are left to ask for: none while it is in an open case. */
export const leftOf = (line: PortalOrderLine) =>
  line.openCaseId ? 0 : Math.max(0, line.qty - line.refundedQty);

export const openLines = (order: PortalOrder) => order.lines.filter((line) => leftOf(line) > 0);

/** A single line of a single piece needs no choosing; of several one must be named. */
export function chosenLines(draft: Draft, order: PortalOrder): Record<string, number> {
  const open = openLines(order);
  const only = open[0];
  if (open.length === 1 && only !== undefined)
    return { [only.id]: Math.min(draft.lines[only.id] ?? leftOf(only), leftOf(only)) };
  const chosen: Record<string, number> = {};
  for (const line of open) {
    const qty = Math.min(draft.lines[line.id] ?? 0, leftOf(line));
    if (qty > 0) chosen[line.id] = qty;
  }
  return chosen;
}

const FAULTS_OF_FRESH = ["ROTTEN", "SHORT_WEIGHT", "QUALITY", "LOGISTICS_DAMAGE"];

/** For fresh goods the refund is the share that is bad, so we ask for it. */
export function asksBadRatio(draft: Draft, order: PortalOrder): boolean {
  if (draft.reason === "ROTTEN") return true;
  const chosen = chosenLines(draft, order);
  const fresh = order.lines.some((line) => line.category === "FRESH" && line.id in chosen);
  return fresh && draft.reason !== null && FAULTS_OF_FRESH.includes(draft.reason);
}

export function asksDamageLevel(draft: Draft, order: PortalOrder): boolean {
  return draft.reason === "LOGISTICS_DAMAGE" && !asksBadRatio(draft, order);
}

/** What the one line that is to be exchanged may become; of several at once each becomes the same again. */
export function exchangesOf(draft: Draft, order: PortalOrder): PortalOrderLine["exchanges"] {
  const [only, another] = Object.keys(chosenLines(draft, order));
  if (draft.type !== "EXCHANGE" || only === undefined || another !== undefined) return [];
  return order.lines.find((line) => line.id === only)?.exchanges ?? [];
}

/** A draft that says what happened, as it must before it can be sent. */
export type Written = Draft & { reason: NewCase["reason"] };

export const isWritten = (draft: Draft): draft is Written => draft.reason !== null;

/** What is sent: only what was asked for on the screen and answered. */
export function newCase(draft: Written, order: PortalOrder, evidence: string[]): NewCase {
  const text = draft.reasonText.trim();
  const other = exchangesOf(draft, order).find(({ sku }) => sku === draft.exchangeSku);
  return {
    orderNumber: order.no,
    reason: draft.reason,
    lines: Object.entries(chosenLines(draft, order)).map(([lineId, qty]) => ({ lineId, qty })),
    ...(text === "" ? {} : { reasonText: text }),
    ...(!draft.type ? {} : { type: draft.type }),
    ...(other === undefined ? {} : { exchangeSku: other.sku }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(draft.wantsHuman === true ? { wantsHuman: true } : {}),
    ...(asksDamageLevel(draft, order) && draft.damageLevel !== null
      ? { damageLevel: draft.damageLevel }
      : {}),
    ...(asksBadRatio(draft, order) && draft.badRatioPct !== null ? { badRatioPct: draft.badRatioPct } : {}),
  };
}
