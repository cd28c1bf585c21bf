import { describe, expect, it } from "vitest";
import type { LiveFact } from "../../api/live";
import type { QueueItem } from "../../api/views";
import { withChange, wouldAppear, type QueuePages } from "./merge";

const row = (id: string, version = 1): QueueItem => ({
  id,
  no: `AS-${id}`,
  shop: "harbour-tea",
  orderNo: "HT-1",
  customerName: "Lin Xiao",
  title: "Longjing",
  type: "RETURN_REFUND",
  typeText: "Return and refund",
  reason: "QUALITY",
  reasonLabel: "Quality problem",
  queue: null,
  result: null,
  ruleId: "QUALITY_7D",
  ruleText: "Quality within 7 days",
  amountMinor: 12_800,
  currency: "CNY",
  state: "IN_REVIEW",
  stateText: "In review",
  priority: 0,
  riskScore: 3,
  deadlineAt: "2026-11-21T12:00:00Z",
  deadlineKind: "REVIEW",
  submittedAt: "2026-11-21T08:00:00Z",
  tierRequired: "L1",
  agentId: null,
  agentName: null,
  version,
  escalations: 0,
});

const pages = (...lists: QueueItem[][]): QueuePages => ({
  pages: lists.map((items) => ({ items, next: null })),
  pageParams: lists.map(() => null),
});

const fact = (id: string, data: Record<string, unknown>, type = "aftersales.case-changed"): LiveFact => ({
  id: "1.1",
  type,
  subject: `case:${id}`,
  shop: "harbour-tea",
  at: "2026-11-21T09:00:00Z",
  data,
});

describe("a change that arrives while one reads the queue", () => {
  it("is put into its row, and no row moves", () => {
    const before = pages([row("a"), row("b")], [row("c")]);
    const after = withChange(before, fact("b", { state: "REFUNDING", version: 2, deadlineAt: null }));
    expect(after.pages.map((page) => page.items.map((item) => item.id))).toEqual([["a", "b"], ["c"]]);
    expect(after.pages[0]?.items[1]).toMatchObject({ state: "REFUNDING", version: 2, deadlineAt: null });
  });

  it("changes nothing when it is old, told twice, or about a case that is not listed", () => {
    const before = pages([row("a", 3)]);
    expect(withChange(before, fact("a", { state: "CLOSED", version: 2 }))).toBe(before);
    expect(withChange(before, fact("a", { state: "CLOSED", version: 3 }))).toBe(before);
    expect(withChange(before, fact("z", { state: "CLOSED", version: 9 }))).toBe(before);
  });

  it("is announced when it would come into the view, and only then", () => {
    const inReview = fact("n", { state: "IN_REVIEW" }, "aftersales.case-submitted");
    expect(wouldAppear(inReview, { state: "IN_REVIEW" })).toBe(true);
    expect(wouldAppear(inReview, { state: "IN_REVIEW", shop: "mulan" })).toBe(false);
    expect(wouldAppear(inReview, { state: "REFUNDING" })).toBe(false);
    expect(wouldAppear(inReview, { state: undefined })).toBe(true);
    expect(wouldAppear(fact("n", { state: "CLOSED" }), { state: undefined })).toBe(false);
  });
});
