import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "请您协助", en: "We need your help" },
  badLink: {
    zh: "这个链接不完整，或请求已撤回、已过期。请以最近一封邮件里的链接为准。",
    en: "This link is incomplete, or the request was withdrawn or is too old. Please use the link of the latest mail.",
  },
  about: {
    zh: (shop: string, no: string) => `${shop} · 工单 ${no}`,
    en: (shop: string, no: string) => `${shop} · ticket ${no}`,
  },
  order: { zh: "订单号", en: "Order" },
  parcel: { zh: "运单号", en: "Tracking number" },
  products: { zh: "商品", en: "Products" },
  ours: { zh: "我们", en: "We" },
  theirs: { zh: "您", en: "You" },
  by: { zh: (at: string) => `请在 ${at} 前答复`, en: (at: string) => `Please answer by ${at}` },
  answer: { zh: "您的答复", en: "Your answer" },
  send: { zh: "提交答复", en: "Send the answer" },
  sendFirst: { zh: "请先填写", en: "Write something first" },
  ask: { zh: "先问一个问题", en: "Ask us something first" },
  askHelp: { zh: "我们的回复会通过邮件发给您。", en: "Our reply comes by mail." },
  thanks: { zh: "谢谢，答复已收到。", en: "Thank you, we have your answer." },
  asked: { zh: "您的问题已收到，我们会通过邮件回复。", en: "We have your question and reply by mail." },
} satisfies Messages;
