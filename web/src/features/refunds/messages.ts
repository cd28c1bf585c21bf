import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "退款处理", en: "Refunds" },
  hint: {
    zh: "失败或结果未知的退款，以及与支付渠道账单的差异。按 j / k 选择，r 重新发起，o 线下转账，1–3 切换列表。",
    en: "Refunds that failed or whose outcome is not known, and differences with the gateways' bills. j / k to move, r to try again, o for a bank transfer, 1–3 for the lists.",
  },
  lists: { zh: "列表", en: "Lists" },
  failed: { zh: "失败", en: "Failed" },
  unknown: { zh: "结果未知", en: "Not known" },
  incidents: { zh: "账单差异", en: "Incidents" },
  next: { zh: "下一条", en: "Next" },
  previous: { zh: "上一条", en: "Previous" },
  noFailed: { zh: "没有失败的退款", en: "No refund has failed" },
  noFailedHint: {
    zh: "支付渠道拒绝的退款会立即出现在这里，并有处理时限。",
    en: "A refund that a gateway refuses appears here at once, with a time limit.",
  },
  noUnknown: { zh: "没有结果未知的退款", en: "Every outcome is known" },
  noUnknownHint: {
    zh: "系统会自动向支付渠道查询，不会重复付款。",
    en: "The house asks the gateways by itself, and pays nothing twice.",
  },
  noIncidents: { zh: "账单没有差异", en: "The bills agree with our books" },
  noIncidentsHint: {
    zh: "每天上午读取各支付渠道前一日的账单并逐笔核对。",
    en: "Every morning yesterday's bills of the gateways are read and compared line by line.",
  },
  order: { zh: "订单", en: "Order" },
  number: { zh: "退款单号", en: "Refund number" },
  gateway: { zh: "渠道", en: "Gateway" },
  tries: { zh: (n: number) => `已尝试 ${n} 次`, en: (n: number) => (n === 1 ? "1 try" : `${n} tries`) },
  asksAgain: { zh: (at: string) => `${at} 再次查询`, en: (at: string) => `asked about again ${at}` },
  retry: { zh: "重新发起", en: "Try again" },
  offline: { zh: "线下转账", en: "Pay by bank" },
  waitsFor: {
    zh: (amount: string, account: string) => `线下转账 ${amount} 待另一位同事确认：${account}`,
    en: (amount: string, account: string) => `${amount} by bank waits for a colleague: ${account}`,
  },
  own: {
    zh: "您申请的转账须由另一位同事确认",
    en: "You asked for this transfer; a colleague must confirm it",
  },
  confirm: { zh: "确认已转账", en: "Confirm transfer" },
  refuse: { zh: "驳回", en: "Refuse" },
  seeAccount: { zh: "查看账号", en: "See the account" },
  cancel: { zh: "取消", en: "Cancel" },
  accountName: { zh: "户名", en: "Account holder" },
  bank: { zh: "开户行", en: "Bank" },
  accountNumber: { zh: "账号", en: "Account number" },
  accountHint: {
    zh: "向客户核实后填写；保存后加密，只显示尾号。",
    en: "As the customer told you; it is sealed when saved, and only its end is shown.",
  },
  needAll: { zh: "请填写全部内容", en: "Fill in every field" },
  voucher: { zh: "银行凭证号", en: "Number of the bank's voucher" },
  voucherHint: {
    zh: "银行已完成转账后填写；一个凭证号只能用一次。",
    en: "When the bank has carried it out; a voucher is good for one transfer.",
  },
  why: { zh: "说明", en: "Why" },
  close: { zh: "处理完毕", en: "Close" },
  closeTitle: { zh: "关闭差异", en: "Close the incident" },
  closeHint: { zh: "写下查明的原因和处理方式。", en: "What was found, and what was done about it." },
  ours: { zh: "我方", en: "Ours" },
  theirs: { zh: "渠道", en: "Theirs" },
} satisfies Messages;

export const kinds: Record<string, { zh: string; en: string }> = {
  OURS_ALONE: { zh: "我方有，账单无", en: "Ours alone" },
  THEIRS_ALONE: { zh: "账单有，我方无", en: "Theirs alone" },
  AMOUNT_DIFFERS: { zh: "金额不一致", en: "Amount differs" },
  PAID_AFTER_FAILURE: { zh: "判定失败后实际到账", en: "Paid after it failed" },
  PAID_TWICE: { zh: "重复付款", en: "Paid twice" },
  FELL_BACK: { zh: "到账后被退回", en: "Fell back" },
};
