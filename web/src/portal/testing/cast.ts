import type { PortalCase, PortalOrder, Reason } from "../contract";

/** Lin Xiao's order of Harbour Tea, and the case that may come of it. */
export function anOrder(part: Partial<PortalOrder> = {}): PortalOrder {
  return {
    no: "HT-1",
    paidAt: "2026-11-18T02:00:00Z",
    fulfil: "SIGNED",
    payStatus: "PAID",
    currency: "CNY",
    paidMinor: 16800,
    lines: [
      {
        id: "1",
        sku: "TEA",
        title: "明前龙井",
        category: "FOOD",
        qty: 1,
        refundedQty: 0,
        paidMinor: 16800,
        openCaseId: null,
        exchanges: [],
      },
    ],
    openCaseId: null,
    cases: [],
    canApply: true,
    because: null,
    ...part,
  };
}

export const someReasons: Reason[] = [
  { code: "NO_REASON", text: "不想要了", asksPhotos: false, photosNeeded: 0 },
  { code: "LOGISTICS_DAMAGE", text: "运输破损", asksPhotos: true, photosNeeded: 2 },
];

export function aCase(part: Partial<PortalCase> = {}): PortalCase {
  return {
    id: "c-1",
    no: "AS1001",
    orderNo: "HT-1",
    title: "明前龙井",
    state: "IN_REVIEW",
    stateText: "审核中",
    type: "RETURN_REFUND",
    typeText: "退货退款",
    reason: "QUALITY",
    reasonLabel: "质量问题",
    reasonText: null,
    version: 3,
    submittedAt: "2026-11-21T02:00:00Z",
    decision: {
      ruleId: "LIMIT_EXCEEDED",
      outcome: "MANUAL_REVIEW",
      title: "专人审核",
      text: "金额较大，由专人再确认一次。",
      basis: "店铺政策",
      at: "2026-11-21T02:00:00Z",
    },
    refundMinor: 16800,
    currency: "CNY",
    freightPayer: "SELLER",
    nextStep: { text: "客服审核", who: "客服", etaAt: "2026-11-21T06:00:00Z" },
    timeline: [{ at: "2026-11-21T02:00:00Z", text: "您提交了申请", state: "SUBMITTED", etaAt: null }],
    lines: [{ lineId: "1", title: "明前龙井", qty: 1, refundMinor: 16800 }],
    messages: [],
    evidence: [],
    refunds: [],
    result: null,
    options: [],
    proposal: null,
    returnTo: null,
    storeDrop: null,
    replacement: null,
    solution: null,
    allowed: ["cancel", "message"],
    ...part,
  };
}
