import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "物流", en: "Logistics" },
  hint: {
    zh: "拦截、上门取件、寄回、查件、索赔和定制品的发出，快到期的在最上面；索赔须在 7 天内得到答复。",
    en: "Stops, pick-ups, goods to send back, questions, claims and what was made to order, what is due first on top; a carrier answers a claim within 7 days.",
  },
  ALL: { zh: "全部", en: "All" },
  INTERCEPT: { zh: "拦截", en: "Stop a parcel" },
  PICKUP: { zh: "上门取件", en: "Pick-up" },
  RESHIP: { zh: "寄回顾客", en: "Send back" },
  CHECK: { zh: "查件", en: "Find out" },
  CLAIM: { zh: "承运商索赔", en: "Claim" },
  RECEIVABLE: { zh: "未回货应收", en: "To recover" },
  HOLD: { zh: "暂停发出", en: "Do not send" },
  DISPATCH: { zh: "发出定制品", en: "Send what was made" },
  none: { zh: "没有待办", en: "Nothing to do" },
  noneHint: {
    zh: "需要向承运商下单、查询或索赔时会立即出现在这里，并带有时限。",
    en: "What has to be ordered, asked or claimed from a carrier appears here at once, with its time limit.",
  },
  late: { zh: "已升级", en: "Raised" },
  order: { zh: "订单", en: "Order" },
  parcel: { zh: "运单", en: "Parcel" },
  enter: { zh: "登记结果", en: "Enter the outcome" },
  cancel: { zh: "取消", en: "Cancel" },
  outcome: { zh: "结果", en: "Outcome" },
  DONE: { zh: "已完成", en: "Done" },
  FAILED: { zh: "未成功", en: "Did not work" },
  LOST: { zh: "已丢失", en: "Lost" },
  PAID: { zh: "已赔付", en: "Paid" },
  REFUSED: { zh: "拒绝赔付", en: "Refused" },
  needOutcome: { zh: "请选择结果", en: "Choose the outcome" },
  carrier: { zh: "快递公司", en: "Carrier" },
  trackingNo: { zh: "运单号", en: "Tracking number" },
  needParcel: { zh: "请填写快递公司和运单号", en: "Enter carrier and tracking number" },
  amount: { zh: "赔付金额", en: "Paid amount" },
  needAmount: { zh: "请填写赔付金额", en: "Enter what was paid" },
  note: { zh: "内部备注", en: "Note for colleagues" },
  lostMeans: {
    zh: "顾客有交寄凭证时按已退回处理，并自动发起索赔。",
    en: "With proof of posting it counts as returned, and a claim is opened.",
  },
} satisfies Messages;

/** What can be the answer to each kind of task. */
export const outcomes = {
  INTERCEPT: ["DONE", "FAILED"],
  PICKUP: ["DONE", "FAILED"],
  RESHIP: ["DONE"],
  CHECK: ["DONE", "LOST"],
  CLAIM: ["PAID", "REFUSED"],
  RECEIVABLE: ["PAID", "REFUSED"],
  HOLD: ["DONE", "FAILED"],
  DISPATCH: ["DONE"],
} as const;

export type Kind = keyof typeof outcomes;

export const kinds = Object.keys(outcomes) as Kind[];
