import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "待我签批", en: "To sign" },
  hint: {
    zh: "同事提交的、在您权限之内的金额。按 j / k 选择，a 签批，d 退回，回车打开工单。",
    en: "Amounts that colleagues ask you to sign, within your authority. j / k to move, a to sign, d to send back, Enter to open the case.",
  },
  waiting: { zh: (n: number) => `${n} 单待签批`, en: (n: number) => `${n} to sign` },
  none: { zh: "没有待您签批的申请", en: "Nothing waits for your signature" },
  noneHint: {
    zh: "同事的权限不够时，会在这里请您签批；提交后立即出现，无需刷新。",
    en: "When a colleague's authority does not reach, you are asked here; it appears at once, without reloading.",
  },
  next: { zh: "下一条", en: "Next" },
  previous: { zh: "上一条", en: "Previous" },
  sign: { zh: "签批", en: "Sign" },
  signTitle: { zh: (amount: string) => `签批 ${amount}？`, en: (amount: string) => `Sign ${amount}?` },
  signMeans: {
    zh: "签批后按此金额执行，您的姓名会记入工单。",
    en: "It is carried out for this amount, and your name stands on the case.",
  },
  decline: { zh: "退回", en: "Send back" },
  declineHint: {
    zh: "写明原因，经办人立即看到并继续处理；客户的申请不会因此被拒绝。",
    en: "Say why; whoever asked reads it at once and goes on. The customer's request is not refused by this.",
  },
  why: { zh: "原因", en: "Why" },
  open: { zh: "打开工单", en: "Open the case" },
  cancel: { zh: "取消", en: "Cancel" },
  askedBy: {
    zh: (name: string, at: string) => `${name} 提交于 ${at}`,
    en: (name: string, at: string) => `asked by ${name}, ${at}`,
  },
  bySystem: { zh: "系统", en: "the house" },
  alreadySigned: {
    zh: (amount: string) => `该订单近30天已签批 ${amount}`,
    en: (amount: string) => `${amount} already signed for on this order within 30 days`,
  },
  order: { zh: "订单", en: "Order" },
  tier: { zh: (tier: string) => `需 ${tier}`, en: (tier: string) => `needs ${tier}` },
} satisfies Messages;
