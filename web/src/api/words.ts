import type { Language } from "../i18n";
import type { PresenceView } from "./views";

/** The contract's codes as people read them. A code that is not here yet is shown as it is. */
type Words = Record<string, { zh: string; en: string }>;

export const states: Words = {
  SUBMITTED: { zh: "已提交", en: "Submitted" },
  NEED_EVIDENCE: { zh: "待补充凭证", en: "Needs evidence" },
  IN_REVIEW: { zh: "审核中", en: "In review" },
  AWAITING_CHOICE: { zh: "待客户选择方案", en: "Awaiting choice" },
  REFUSED: { zh: "未同意", en: "Refused" },
  WAIT_BUYER_RETURN: { zh: "待寄回", en: "Waiting for return" },
  WAIT_STORE_CONFIRM: { zh: "门店确认中", en: "Store to confirm" },
  RETURN_IN_TRANSIT: { zh: "退货运输中", en: "Return in transit" },
  INSPECTING: { zh: "验收中", en: "Inspecting" },
  INSPECTION_DISPUTE: { zh: "验收有异议", en: "Inspection disputed" },
  WAIT_APPROVAL: { zh: "退款审批中", en: "Awaiting approval" },
  REFUNDING: { zh: "退款处理中", en: "Refunding" },
  REFUND_FAILED: { zh: "退款失败", en: "Refund failed" },
  REPLACEMENT_PREPARING: { zh: "换补货备货中", en: "Preparing replacement" },
  REPLACEMENT_SHIPPED: { zh: "换补货已发出", en: "Replacement shipped" },
  REPAIRING: { zh: "维修中", en: "Repairing" },
  HANDLING: { zh: "投诉处理中", en: "Complaint in hand" },
  PLATFORM_DISPUTE: { zh: "平台介入中", en: "Platform dispute" },
  COMPLETED: { zh: "已完成", en: "Completed" },
  CLOSED: { zh: "已关闭", en: "Closed" },
};

export const types: Words = {
  RETURN_REFUND: { zh: "退货退款", en: "Return and refund" },
  REFUND_ONLY: { zh: "仅退款", en: "Refund only" },
  EXCHANGE: { zh: "换货", en: "Exchange" },
  RESEND: { zh: "补发", en: "Resend" },
  REPAIR: { zh: "维修", en: "Repair" },
  COMPENSATION: { zh: "补偿", en: "Compensation" },
  COMPLAINT: { zh: "投诉", en: "Complaint" },
  PRICE_PROTECT: { zh: "价保", en: "Price protection" },
  PAID_REPAIR: { zh: "付费维修", en: "Paid repair" },
};

export const reasons: Words = {
  COUNTERFEIT: { zh: "怀疑假货", en: "Suspected counterfeit" },
  EXPIRED_GOODS: { zh: "商品过期", en: "Expired goods" },
  FOOD_SAFETY: { zh: "食品安全", en: "Food safety" },
  LATE_SHIPMENT: { zh: "未按时发货", en: "Late shipment" },
  LOGISTICS_DAMAGE: { zh: "运输破损", en: "Damaged in transport" },
  MISSING_PARTS: { zh: "少件、漏发", en: "Missing parts" },
  NOT_AS_DESCRIBED: { zh: "与描述不符", en: "Not as described" },
  NOT_RECEIVED: { zh: "未收到货", en: "Not received" },
  NO_LONGER_WANTED: { zh: "不想要了", en: "No longer wanted" },
  NO_REASON: { zh: "七天无理由", en: "No reason (7 days)" },
  PRICE_DROP: { zh: "降价", en: "Price dropped" },
  QUALITY: { zh: "质量问题", en: "Quality problem" },
  ROTTEN: { zh: "腐坏变质", en: "Rotten" },
  SAFETY_INCIDENT: { zh: "人身安全", en: "Safety incident" },
  SERVICE_COMPLAINT: { zh: "服务投诉", en: "Service complaint" },
  SHORT_WEIGHT: { zh: "短斤少两", en: "Short weight" },
  WRONG_ITEM: { zh: "发错货", en: "Wrong item" },
};

export const outcomes: Words = {
  AUTO_APPROVE: { zh: "自动同意", en: "Approved automatically" },
  MANUAL_REVIEW: { zh: "转人工审核", en: "Needs a person" },
  NEED_EVIDENCE: { zh: "需补充凭证", en: "Needs evidence" },
  OFFER_ALTERNATIVES: { zh: "提供其他方案", en: "Alternatives offered" },
  REJECT: { zh: "不符合规则", en: "Outside the rules" },
  DUPLICATE: { zh: "重复申请", en: "Duplicate" },
  ROUTE: { zh: "转派处理", en: "Routed" },
  APPROVED: { zh: "人工同意", en: "Approved by a person" },
  REFUSED: { zh: "人工拒绝", en: "Refused by a person" },
};

export const freightPayers: Words = {
  BUYER: { zh: "买家", en: "Buyer" },
  SELLER: { zh: "商家", en: "Seller" },
  INSURANCE: { zh: "运费险", en: "Insurance" },
  NONE: { zh: "无需运费", en: "No freight" },
};

export const fulfilments: Words = {
  UNSHIPPED: { zh: "未发货", en: "Not shipped" },
  SHIPPED: { zh: "运输中", en: "Shipped" },
  SIGNED: { zh: "已签收", en: "Signed for" },
  REFUSED: { zh: "已拒收", en: "Refused at the door" },
  READY_FOR_PICKUP: { zh: "待自提", en: "Ready for pick-up" },
  PICKED_UP: { zh: "已自提", en: "Picked up" },
  DELIVERED_DIGITAL: { zh: "已发放", en: "Delivered digitally" },
};

export const tenders: Words = {
  WECHAT: { zh: "微信支付", en: "WeChat Pay" },
  ALIPAY: { zh: "支付宝", en: "Alipay" },
  CARD: { zh: "银行卡", en: "Card" },
  GIFT_CARD: { zh: "礼品卡", en: "Gift card" },
  BALANCE: { zh: "余额", en: "Balance" },
};

export const refundStatuses: Words = {
  INIT: { zh: "待发出", en: "To be sent" },
  SENT: { zh: "已发出", en: "Sent" },
  UNKNOWN: { zh: "结果未知，查询中", en: "Not known yet, asking" },
  SUCCEEDED: { zh: "已到账", en: "Paid" },
  FAILED_FINAL: { zh: "失败", en: "Failed" },
};

export const customerTiers: Words = {
  NORMAL: { zh: "普通会员", en: "Member" },
  SILVER: { zh: "银卡会员", en: "Silver" },
  GOLD: { zh: "金卡会员", en: "Gold" },
  DIAMOND: { zh: "钻石会员", en: "Diamond" },
};

export const channels: Words = {
  APP: { zh: "商城 App", en: "App" },
  WEB: { zh: "网页", en: "Web" },
  LIVE: { zh: "直播间", en: "Live stream" },
  STORE: { zh: "门店", en: "Store" },
  STORE_PICKUP: { zh: "门店自提", en: "Store pick-up" },
  MINI_PROGRAM: { zh: "小程序", en: "Mini program" },
};

/** The ways by which customers are told. */
export const channelNames: Words = {
  EMAIL: { zh: "邮件", en: "E-mail" },
  SMS: { zh: "短信", en: "SMS" },
  WEB_PUSH: { zh: "网页通知", en: "Web push" },
  APP_PUSH: { zh: "App 推送", en: "App push" },
};

export function word(words: Words, code: string | null | undefined, spoken: Language): string {
  if (code === null || code === undefined) return "–";
  return words[code]?.[spoken] ?? code;
}

export type Tone = "good" | "warn" | "bad" | "info" | "quiet";

export function toneOf(state: string): Tone {
  switch (state) {
    case "IN_REVIEW":
    case "WAIT_APPROVAL":
    case "NEED_EVIDENCE":
    case "AWAITING_CHOICE":
    case "WAIT_STORE_CONFIRM":
      return "warn";
    case "REFUSED":
    case "REFUND_FAILED":
    case "PLATFORM_DISPUTE":
    case "INSPECTION_DISPUTE":
      return "bad";
    case "COMPLETED":
      return "good";
    case "CLOSED":
      return "quiet";
    default:
      return "info";
  }
}

/** Whether somebody is there for work. */
export const presenceNames: Record<PresenceView["state"], { zh: string; en: string }> = {
  AVAILABLE: { zh: "在线接待", en: "Available" },
  BUSY: { zh: "忙碌", en: "Busy" },
  BREAK: { zh: "小休", en: "On a break" },
  AWAY: { zh: "暂离", en: "Away" },
  OFFLINE: { zh: "离线", en: "Offline" },
};
