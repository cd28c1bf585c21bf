/** The shapes of the contract as the screens read them; one place until they all come from schema.d.ts. */

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Named {
  id: string;
  name: string;
}

// ---- who is here ----

export type Permission =
  | "CASE_READ"
  | "CASE_DECIDE"
  | "CASE_MESSAGE"
  | "CASE_SUBMIT"
  | "PERSONAL_READ"
  | "COMMERCE_READ"
  | "COMMERCE_WRITE"
  | "WAREHOUSE_WORK"
  | "STORE_WORK"
  | "LOGISTICS_WORK"
  | "FINANCE_WORK"
  | "APPROVE_REFUND"
  | "POLICY_READ"
  | "POLICY_WRITE"
  | "PEOPLE_MANAGE"
  | "KEYS_MANAGE"
  | "JOURNAL_READ"
  | "INSIGHT_READ";

export interface SessionView {
  kind: "staff";
  id: string;
  name: string;
  permissions: Permission[];
  shops: Named[];
  teams: string[];
  tier: string;
  roles: string[];
  demo: boolean;
  /** Somebody else has set the password. */
  mustChangePassword?: boolean;
}

export interface SignInOptions {
  oidc: { id: string; name: string; url: string }[];
  demo: { name: string; password: string; role: string; person?: string }[];
}

// ---- customers ----

export interface CustomerSession {
  kind: "customer";
  shop: Named;
  customerId: string;
  displayName: string;
  onlyOrder: string | null;
}

export interface CodeSent {
  sentTo: string;
  validSeconds: number;
  channel: string;
}

export interface PortalOrderLine {
  id: string;
  sku: string;
  title: string;
  category: string;
  qty: number;
  paidMinor: number;
  imageUrl?: string | null;
  openCaseId?: string | null;
}

export interface PortalOrder {
  no: string;
  paidAt: string;
  fulfil: string;
  payStatus: string;
  currency: string;
  paidMinor: number;
  lines: PortalOrderLine[];
  openCaseId?: string | null;
  canApply: boolean;
  because?: string | null;
}

export interface Reason {
  code: string;
  text: string;
  asksPhotos?: boolean;
  needsEvidence?: boolean;
}

export interface UploadedEvidence {
  id: string;
  url: string;
  width: number;
  height: number;
}

export interface PortalCase {
  id: string;
  no: string;
  orderNo: string;
  state: string;
  stateText: string;
  type: string;
  reason: string;
  reasonText: string | null;
  version: number;
  submittedAt: string;
  decision: { ruleId: string; outcome: string; text: string; basis: string } | null;
  refundMinor: number;
  currency: string;
  freightPayer: string | null;
  nextStep: { text: string; who: string; etaAt: string | null } | null;
  timeline: { at: string; text: string; etaAt: string | null }[];
  lines: { lineId: string; title: string; qty: number; refundMinor: number }[];
  messages: MessageView[];
  evidence: { id: string; url: string; at: string }[];
  refunds: { amountMinor: number; currency: string; status: string; tender: string; at: string }[];
  allowed: ("cancel" | "message" | "add-evidence")[];
}

export interface MessageView {
  id: string;
  from: "CUSTOMER" | "STAFF" | "SYSTEM";
  author: string;
  text: string;
  at: string;
}

// ---- the desk ----

export interface QueueItem {
  id: string;
  no: string;
  shop: string;
  orderNo: string;
  /** Masked, unless the reader may see personal data. */
  customerName: string | null;
  title: string;
  type: string;
  reason: string;
  ruleId: string;
  ruleText: string;
  amountMinor: number;
  currency: string;
  state: string;
  stateText: string;
  priority: number;
  riskScore: number;
  deadlineAt: string | null;
  deadlineKind: string | null;
  submittedAt: string;
  tierRequired: string | null;
  agentId: string | null;
  version: number;
  escalations: number;
}

export interface CaseCounts {
  byState: Record<string, number>;
  overdue: number;
}

export interface OrderLine {
  id: string;
  sku: string;
  title?: string | null;
  category?: string;
  qty: number;
  paidMinor: number;
  refundedQty?: number;
}

export interface OrderView {
  no: string;
  paidAt: string | null;
  fulfil: string;
  payStatus?: string;
  signedAt?: string | null;
  freightMinor: number;
  currency: string;
  channel?: string | null;
  lines: OrderLine[];
  tenders: { kind: string; minor: number; refundedMinor?: number | null }[] | null;
}

export interface DecisionView {
  ruleId: string;
  ruleText: string;
  customerText?: string;
  outcome: string;
  policyVersion: string | number;
  facts: Record<string, unknown>;
  law: string | null;
  at: string;
  micros: number;
  flags: { code: string; text: string }[];
  suggestion?: string | null;
  by?: string;
  note?: string | null;
}

export interface RefundView {
  outRefundNo?: string;
  trouble?: string | null;
  amountMinor: number;
  currency: string;
  status: string;
  tender: string;
  at: string;
}

export interface AllowedAction {
  action: string;
  enabled: boolean;
  because?: string | null;
  limitMinor?: number | null;
}

export interface CaseView extends QueueItem {
  askedType: string | null;
  reasonText: string | null;
  refundableMinor: number;
  approvedMinor: number;
  refundedMinor: number;
  freightPayer: string | null;
  customer: {
    id: string;
    name: string | null;
    phone?: string | null;
    email?: string | null;
    tier: string | null;
    riskScore: number;
    refundOnly30d: number;
  };
  order: OrderView | null;
  lines: { lineId: string; sku?: string; title: string; qtyAsked: number; refundMinor: number }[];
  decision: DecisionView | null;
  decisions: DecisionView[];
  evidence: { id: string; url: string; at: string; kind?: string; by?: string }[];
  timeline: {
    at: string;
    step: string;
    text: string;
    note?: string | null;
    /** `staff:<id>`, `customer:<id>`, `key:<id>` or `system`. */
    by: string;
    etaAt: string | null;
  }[];
  messages: MessageView[];
  refunds: RefundView[];
  viewers: Named[];
  allowed: AllowedAction[];
}

export interface SavedView {
  id: string;
  name: string;
  query: string;
}

// ---- administration ----

export interface PersonView {
  id: string;
  login: string;
  name: string;
  email: string | null;
  /** Null: every shop. */
  shops: string[] | null;
  roles: string[];
  teams: string[];
  active: boolean;
  signsInElsewhere: boolean;
  version: number;
  changedAt: string;
  /** Only in the answer that made it. */
  password: string | null;
}

export interface RoleView {
  id: string;
  shop: string | null;
  nameZh: string;
  nameEn: string;
  permissions: Permission[];
  tier: string;
}

export interface TeamView {
  id: string;
  shop: string | null;
  nameZh: string;
  nameEn: string;
}

export interface KeyView {
  id: string;
  name: string;
  prefix: string;
  scopes: Permission[];
  shops: string[] | null;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  oldSecretUntil: string | null;
  createdBy: string;
  createdAt: string;
  /** Only in the answer that made it. */
  secret: string | null;
}

export interface LinkKeyView {
  id: string;
  shop: string;
  name: string;
  kind: "HS256" | "EdDSA";
  createdBy: string;
  createdAt: string;
  revokedAt: string | null;
  secret: string | null;
}

export interface JournalEntry {
  id: string;
  at: string;
  shop: string | null;
  type: string;
  actor: string;
  actorName: string | null;
  subject: string;
  customer: string | null;
  details: Record<string, unknown>;
}

export interface OutgoingMessage {
  id: string;
  shop: string | null;
  channel: string;
  recipient: string;
  subject: string;
  state: string;
  via: string | null;
  attempts: number;
  nextAt: string | null;
  lastError: string | null;
  sentAt: string | null;
  createdAt: string;
}

export interface ImportView {
  id: string;
  shop: string;
  kind: string;
  format: string;
  state: "RUNNING" | "DONE";
  bytes: number;
  doneBytes: number;
  processed: number;
  stale: number;
  failed: number;
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
}
