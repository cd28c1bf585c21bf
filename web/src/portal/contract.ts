import type { components } from "../api/schema";

/** The shapes of the server's contract as the portal reads and writes them. */
type Schemas = components["schemas"];

/** What of an order's line a customer sees. */
export interface PortalOrderLine {
  id: string;
  sku: string;
  title: string;
  category: string;
  qty: number;
  refundedQty: number;
  paidMinor: number;
  openCaseId?: string | null;
  /** What it may be exchanged for beside the same again; only where one order is read. */
  exchanges: { sku: string; text: string }[];
}
export type PortalOrder = Omit<Schemas["MyOrder"], "lines"> & { lines: PortalOrderLine[] };
export type Reason = Schemas["ReasonView"];
export type PortalCase = Schemas["PortalCaseView"];
export type CaseOption = PortalCase["options"][number];
export type CaseItem = Schemas["MyCase"];
export type CaseMessage = PortalCase["messages"][number];
export type UploadedEvidence = Schemas["EvidenceView"];
export type NewCase = Schemas["NewCase"];
export type FollowUp = Schemas["MyFollowUp"];
export type Unsubscription = Schemas["UnsubscriptionView"];
export type PushKey = Schemas["PushKey"];
export type OutsideRequest = Schemas["OutsideRequest"];

export interface Page<T> {
  items: T[];
  next?: string | null;
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
