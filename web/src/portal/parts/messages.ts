import type { Messages } from "../../i18n";

export const messages = {
  name: { zh: "安心售后", en: "Anxin after-sales" },
  motto: { zh: "退换有据，进度可见", en: "Fair answers, in plain sight" },
  skip: { zh: "跳到正文", en: "Skip to content" },
  orders: { zh: "我的订单", en: "My orders" },
  cases: { zh: "我的售后", en: "My requests" },
  mainMenu: { zh: "主导航", en: "Main" },
  otherLanguage: { zh: "English", en: "中文" },
  leave: { zh: "退出", en: "Leave" },
  leaving: { zh: "正在退出…", en: "Leaving…" },
  offline: {
    zh: "网络断开了。您填写的内容都已保留，恢复后可继续。",
    en: "You are offline. What you typed is kept; you can go on when the connection is back.",
  },
  traceId: { zh: "追踪号", en: "Trace id" },
  again: { zh: "重试", en: "Try again" },
  loading: { zh: "正在加载…", en: "Loading…" },
  optional: { zh: "选填", en: "optional" },
  more: { zh: "查看更多", en: "Show more" },
  back: { zh: "返回", en: "Back" },
  nothingHere: { zh: "这个地址没有内容", en: "There is nothing at this address" },
  broken: { zh: "页面没能打开", en: "This page did not open" },
  brokenHelp: {
    zh: "可能是网络不稳，或我们刚更新了页面。您填写的内容都已保留，刷新即可继续。",
    en: "The connection may be bad, or we have just updated the page. What you typed is kept; reload to go on.",
  },
  reload: { zh: "刷新", en: "Reload" },
  toOrders: { zh: "回到我的订单", en: "Go to my orders" },
} satisfies Messages;
