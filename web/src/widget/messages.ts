import type { Messages } from "../i18n";

export const messages = {
  hello: { zh: "您好，有什么可以帮您？", en: "Hello, how can we help?" },
  helloHint: {
    zh: "在这里留言，客服会尽快回复；关闭页面后再回来，对话还在。",
    en: "Write to us here. Leave the page and come back: the conversation stays.",
  },
  you: { zh: "我", en: "You" },
  shop: { zh: "客服", en: "The shop" },
  write: { zh: "输入消息", en: "Write a message" },
  send: { zh: "发送", en: "Send" },
  sending: { zh: "发送中", en: "sending" },
  waits: { zh: "未发出，连上后自动重发", en: "not sent yet; it goes out when we are back" },
  closed: {
    zh: "本次对话已结束，继续发送将开始新的对话",
    en: "This conversation has ended; write to begin another",
  },
  offline: { zh: "连接已断开，正在重连", en: "The connection is lost; reconnecting" },
  place: {
    zh: (place: number) =>
      place === 1 ? "您是下一位" : `您排在第 ${place >= 1000 ? "1000 位以后" : `${place} 位`}`,
    en: (place: number) =>
      place === 1 ? "You are next" : `Your place in line: ${place >= 1000 ? "1,000 or later" : place}`,
  },
  within: {
    zh: (minutes: string) => `此位置 80% 的客户在 ${minutes}内接通`,
    en: (minutes: string) => `80 % are answered within ${minutes} from here`,
  },
  gone: { zh: "在线客服暂时不可用", en: "The chat is not available now" },
  retry: { zh: "重试", en: "Try again" },
  photo: { zh: "图片", en: "Picture" },
  attach: { zh: "发送图片或文件", en: "Send a picture or file" },
  remove: { zh: "移除", en: "Remove" },
  bot: { zh: "机器人", en: "bot" },
  person: { zh: "转人工", en: "A person, please" },
  backToBot: { zh: "先问小助手", en: "Ask the assistant meanwhile" },
  quick: { zh: "快捷回复", en: "Quick replies" },
  talk: { zh: "对话", en: "Conversation" },
} satisfies Messages;
