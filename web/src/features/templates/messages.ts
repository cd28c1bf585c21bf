import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "消息文案", en: "Wordings" },
  hint: {
    zh: "客户在每一步收到的消息。每条都要说清接下来发生什么、最晚什么时候；没有时间的“尽快”不能保存。",
    en: "What customers are told at each step. Every wording says what comes next and by when; a “soon” without a time cannot be saved.",
  },
  step: { zh: "步骤", en: "Step" },
  channel: { zh: "渠道", en: "Channel" },
  language: { zh: "语言", en: "Language" },
  toldBy: { zh: "发送渠道", en: "Told by" },
  toldByHint: { zh: "不选任何渠道，这一步就不通知客户。", en: "With no channel this step is not told." },
  subject: { zh: "标题", en: "Subject" },
  body: { zh: "正文", en: "Text" },
  vendor: { zh: "短信模板编号", en: "SMS template code" },
  vendorHint: {
    zh: "这条文案在短信服务商处报备的模板编号；变量按出现顺序传送。留空则用渠道里的通用模板。",
    en: "The code under which your SMS vendor knows this wording; its variables are sent in their order. Empty: the channel's general template.",
  },
  variables: { zh: "可用变量，点一下插入", en: "Variables; press to insert" },
  length: {
    zh: (n: number, most: number) => `${n} / ${most} 字`,
    en: (n: number, most: number) => `${n} of ${most} characters`,
  },
  parts: { zh: (n: number) => `计费 ${n} 条`, en: (n: number) => `billed as ${n} SMS` },
  preview: { zh: "预览", en: "Preview" },
  previewOf: {
    zh: (no: string) => `以售后单 ${no} 为例`,
    en: (no: string) => `with the values of case ${no}`,
  },
  previewSample: { zh: "店铺还没有售后单，用示例值", en: "with sample values; the shop has no case yet" },
  findings: { zh: (n: number) => `需要修改 ${n} 处`, en: (n: number) => `${n} place(s) to mend` },
  sound: { zh: "文案没有问题，可以保存", en: "This wording is sound" },
  take: { zh: "采用建议", en: "Take the proposal" },
  save: { zh: "保存", en: "Save" },
  saved: { zh: "已保存，下一条消息起使用", en: "Saved; it counts from the next message on" },
  reset: { zh: "恢复默认", en: "Back to the shipped one" },
  resetTitle: { zh: "恢复默认文案？", en: "Go back to the shipped wording?" },
  resetHint: { zh: "以前的版本仍可查看。", en: "Earlier versions stay readable." },
  cancel: { zh: "取消", en: "Cancel" },
  own: { zh: "本店文案", en: "Your own" },
  shipped: { zh: "默认文案", en: "Shipped" },
  inEnglish: {
    zh: "此语言没有默认文案，使用英文",
    en: "Nothing is shipped in this language; English is used",
  },
  versions: { zh: "历史版本", en: "Earlier versions" },
  version: {
    zh: (n: number, by: string, at: string) => `第 ${n} 版 · ${by} · ${at}`,
    en: (n: number, by: string, at: string) => `Version ${n} · ${by} · ${at}`,
  },
  open: { zh: "载入", en: "Load" },
  quiet: { zh: "免打扰时段", en: "Quiet hours" },
  quietHint: {
    zh: (zone: string) => `时段内不发消息，紧急的除外；按客户所在时区，未知时按店铺（${zone}）。`,
    en: (zone: string) =>
      `Nothing is sent in between, unless it is urgent; in the customer's zone, or the shop's (${zone}).`,
  },
  from: { zh: "从", en: "From" },
  to: { zh: "到", en: "To" },
  never: { zh: "不设免打扰", en: "Never quiet" },
  portal: { zh: "客户进度页地址", en: "Address of the progress page" },
  portalHint: {
    zh: "消息里的链接以此开头；留空用本系统地址。",
    en: "Links in messages begin with it; empty: this house's own address.",
  },
  settings: { zh: "通知设置", en: "Settings" },
  settingsSaved: { zh: "通知设置已保存", en: "Settings saved" },
  readOnly: {
    zh: "您可以查看，修改需要“发布政策”权限。",
    en: "You may read; changing needs the right to publish policies.",
  },
} satisfies Messages;

export const languageNames: Record<string, string> = {
  zh: "中文",
  en: "English",
  ja: "日本語",
  es: "Español",
};
