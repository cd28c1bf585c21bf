import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "问题解决了吗？", en: "Is it solved?" },
  about: {
    zh: (no: string, title: string) => `售后单 ${no} · ${title}`,
    en: (no: string, title: string) => `Case ${no} · ${title}`,
  },
  yes: { zh: "已解决", en: "Yes, solved" },
  no: { zh: "没解决", en: "Not solved" },
  noMeans: {
    zh: "选“没解决”会立即为您重新开单，由原来的团队优先处理。",
    en: "“Not solved” opens a new case at once, with priority, for the same team.",
  },
  thanks: { zh: "谢谢，已收到", en: "Thank you, we have it" },
  opened: {
    zh: (no: string) => `已为您重新开单 ${no}，专人会在 24 小时内答复您。`,
    en: (no: string) => `Case ${no} was opened for you; a person in charge answers within 24 hours.`,
  },
  see: { zh: "查看进度", en: "Follow it" },
  howWas: { zh: "这次售后服务怎么样？", en: "How was the service?" },
  score: { zh: (n: number) => `${n} 分`, en: (n: number) => `${n} of 5` },
  say: { zh: "想说的话（选填）", en: "Anything to say (optional)" },
  send: { zh: "提交", en: "Send" },
  badLink: { zh: "这个链接不完整或已失效", en: "This link is incomplete or no longer works" },
  stopTitle: { zh: "回访消息", en: "Questions after the end" },
  stopAsk: {
    zh: (shop: string) => `不再接收 ${shop} 的回访？`,
    en: (shop: string) => `No more questions from ${shop}?`,
  },
  stopMeans: {
    zh: "与您的售后单有关的进度通知仍会发送。",
    en: "You are still told what happens on your own cases.",
  },
  stop: { zh: "不再接收", en: "No more of these" },
  stopped: {
    zh: (shop: string) => `已退订 ${shop} 的回访`,
    en: (shop: string) => `${shop} will not ask any more`,
  },
  again: { zh: "重新接收", en: "Ask me again" },
  pushTitle: { zh: "有进展时通知我", en: "Tell me when something happens" },
  pushOn: { zh: "在这台设备上接收通知", en: "Notify me on this device" },
  pushOff: { zh: "关闭通知", en: "Switch it off" },
  pushIsOn: { zh: "这台设备会收到通知", en: "This device is notified" },
  pushDenied: {
    zh: "浏览器不允许通知，请在浏览器的网站设置里打开。",
    en: "The browser does not allow notifications; allow them in its settings for this site.",
  },
} satisfies Messages;
