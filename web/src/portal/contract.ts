/** The shapes of the contract as the portal reads and writes them. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface PublicShop {
  id: string;
  name: string;
}

export interface CodeAnswer {
  /** What was typed, masked; null when the code goes to what stands on the order. */
  sentTo: string | null;
  validSeconds: number;
}

export interface CustomerSession {
  kind: string;
  shop: PublicShop;
  customerId: string;
  displayName: string | null;
  onlyOrder: string | null;
  /** The order and the language that the shop's link asked for. */
  order?: string | null;
  language?: string | null;
}

export interface PortalOrderLine {
  id: string;
  sku: string;
  title: string;
  category: string;
  qty: number;
  refundedQty: number;
  paidMinor: number;
  openCaseId: string | null;
}

export interface PortalOrder {
  no: string;
  paidAt: string | null;
  fulfil: string;
  payStatus: string;
  currency: string;
  paidMinor: number;
  lines: PortalOrderLine[];
  openCaseId: string | null;
  canApply: boolean;
  because: string | null;
}

export interface Reason {
  code: string;
  text: string;
  asksPhotos: boolean;
  photosNeeded: number;
}

export interface UploadedEvidence {
  id: string;
  url: string;
}

/** What a customer sends to open a case; the order number and the reason are enough. */
export interface NewCase {
  orderNumber: string;
  reason: string;
  reasonText?: string;
  type?: string;
  lines?: { lineId: string; qty: number }[];
  evidence?: string[];
  damageLevel?: string;
  badRatioPct?: number;
}

export interface CaseItem {
  id: string;
  no: string;
  orderNo: string;
  title: string;
  state: string;
  stateText: string;
  typeText: string;
  refundMinor: number;
  currency: string;
  submittedAt: string;
  etaAt: string | null;
}

export interface CaseMessage {
  id: string;
  from: string;
  author: string;
  text: string;
  at: string;
}

export interface PortalCase {
  id: string;
  no: string;
  orderNo: string;
  title: string;
  state: string;
  stateText: string;
  type: string;
  typeText: string;
  reason: string;
  reasonLabel: string;
  reasonText: string | null;
  version: number;
  submittedAt: string;
  decision: {
    ruleId: string;
    outcome: string;
    title: string;
    text: string;
    basis: string | null;
    at: string;
  };
  refundMinor: number;
  currency: string;
  freightPayer: string | null;
  nextStep: { text: string; who: string; etaAt: string } | null;
  timeline: { at: string; text: string; state: string; etaAt: string | null }[];
  lines: { lineId: string; title: string; qty: number; refundMinor: number }[];
  messages: CaseMessage[];
  evidence: { id: string; url: string; at: string }[];
  refunds: { amountMinor: number; currency: string; status: string; tender: string; at: string }[];
  result: string | null;
  allowed: string[];
}
