import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "定制", en: "Made to order" },
  hint: {
    zh: "客户不要了的先停下，错了坏了的重新做；快到期的在最上面，每一步都有自己的时限。",
    en: "What is not wanted any more is stopped, what came wrong is made anew; what is due first on top, each step with its own limit.",
  },
  ALL: { zh: "全部", en: "All" },
  STOP: { zh: "停止制作", en: "Stop" },
  RESUME: { zh: "恢复制作", en: "Go on" },
  MAKE: { zh: "重新制作", en: "Make anew" },
  PURCHASE: { zh: "采购备料", en: "Buy the material" },
  ENGRAVING: { zh: "刻字", en: "Engraving" },
  PACKAGING: { zh: "礼品包装", en: "Gift wrapping" },
  GIFT_CARD: { zh: "贺卡", en: "Greeting card" },
  OTHER: { zh: "定制制作", en: "Making" },
  DISPATCH: { zh: "发出", en: "Sending" },
  none: { zh: "没有待办", en: "Nothing to do" },
  noneHint: {
    zh: "客户取消正在制作的定制品，或定制品要重做时，会立即出现在这里，并带有时限。",
    en: "When a customer gives up what is being made, or something has to be made anew, it appears here at once with its time limit.",
  },
  late: { zh: "已升级", en: "Raised" },
  order: { zh: "订单", en: "Order" },
  write: { zh: "内容", en: "Words" },
  enter: { zh: "登记结果", en: "Enter the outcome" },
  done: { zh: "完成", en: "Done" },
  cancel: { zh: "取消", en: "Cancel" },
  outcome: { zh: "结果", en: "Outcome" },
  DONE: { zh: "已完成", en: "Done" },
  STOPPED: { zh: "已停止", en: "Stopped" },
  TOO_LATE: { zh: "来不及，已经做好", en: "Too late, it is made" },
  FAILED: { zh: "做坏了或买不到", en: "Spoilt, or not to be had" },
  VOID: { zh: "不再需要", en: "Not needed any more" },
  failedMeans: {
    zh: "做坏了会安排备料重做一次；再坏或买不到，就请客户另选方案。",
    en: "What is spoilt is bought and made once more; spoilt again, or not to be had, the customer chooses something else.",
  },
  cost: { zh: "已发生的费用", en: "Spent so far" },
  costHint: {
    zh: "材料和人工合计，没有则填 0；退款方案按它计算。",
    en: "Material and work together, 0 for nothing; the proposed refund rests on it.",
  },
  note: { zh: "内部备注", en: "Note for colleagues" },
  log: { zh: "生产记录", en: "Production log" },
  PLANNED: { zh: "未开始", en: "Not begun" },
  BEGUN: { zh: "进行中", en: "Begun" },
  waits: { zh: "等待上一步", en: "Waits for the step before" },
  asked: { zh: "已请各部门处理", en: "Asked of the departments" },
  spent: { zh: "已发生费用", en: "Spent" },
  proposal: { zh: "建议退款", en: "Proposed refund" },
  because: {
    zh: "可退金额减去已发生的费用（民法典第七百八十七条）",
    en: "What may be refunded less what was spent (Civil Code, article 787)",
  },
} satisfies Messages;

/** What can be the answer to each. */
export const outcomes = {
  STOP: ["STOPPED", "TOO_LATE"],
  RESUME: ["DONE"],
  MAKE: ["DONE", "FAILED"],
} as const;

export type Purpose = keyof typeof outcomes;

export const purposes = Object.keys(outcomes) as Purpose[];
