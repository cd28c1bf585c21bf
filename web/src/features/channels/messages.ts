import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "消息渠道", en: "Channels" },
  hint: {
    zh: "短信、网页通知和 App 推送由谁发送。密钥加密保存，不再显示。",
    en: "By whom SMS, web push and app push are carried. Keys are sealed and not shown again.",
  },
  on: { zh: "可发送", en: "Works" },
  off: { zh: "未配置", en: "Not set up" },
  house: { zh: "由本系统统一发送", en: "Sent by this house" },
  mailHint: {
    zh: "邮件由本系统的 SMTP 服务器发送，由运维人员配置（ANXIN_SMTP_URL）。",
    en: "Mail goes out by this house's SMTP server, set up by the operator (ANXIN_SMTP_URL).",
  },
  carrier: { zh: "服务商", en: "Carrier" },
  connect: { zh: "配置", en: "Set up" },
  change: { zh: "修改", en: "Change" },
  remove: { zh: "停用", en: "Disconnect" },
  removeTitle: { zh: "停用这个渠道？", en: "Disconnect this channel?" },
  removeHint: {
    zh: "等待发送的消息继续等待，72 小时后作废。",
    en: "What waits for it goes on waiting, for 72 hours at most.",
  },
  cancel: { zh: "取消", en: "Cancel" },
  save: { zh: "保存", en: "Save" },
  kept: { zh: "已设置，留空不变", en: "Set; empty leaves it" },
  optional: { zh: "选填", en: "Optional" },
  receipts: { zh: "回执地址", en: "Address for receipts" },
  receiptsHint: {
    zh: "把它填到服务商后台的“状态报告 / 回执”地址里（加上本系统的域名），才能看到是否送达。",
    en: "Enter it as the status report address at your carrier, behind this house's own address: so you see what arrived.",
  },
  test: { zh: "给我发一条测试", en: "Send me a test" },
  testTo: { zh: "发到", en: "To" },
  testSend: { zh: "发送", en: "Send" },
  testState: {
    zh: (state: string) => `测试消息：${state}`,
    en: (state: string) => `Test message: ${state}`,
  },
} satisfies Messages;

export const fieldNames: Record<string, { zh: string; en: string }> = {
  accessKeyId: { zh: "AccessKey ID", en: "Access key id" },
  accessKeySecret: { zh: "AccessKey Secret", en: "Access key secret" },
  signName: { zh: "短信签名", en: "Signature" },
  templateCode: { zh: "通用模板编号（一个变量 text）", en: "General template (one variable, text)" },
  secretId: { zh: "SecretId", en: "Secret id" },
  secretKey: { zh: "SecretKey", en: "Secret key" },
  sdkAppId: { zh: "SDK AppID", en: "SDK app id" },
  region: { zh: "地域，如 ap-guangzhou", en: "Region, such as ap-guangzhou" },
  address: { zh: "接口地址（经代理时填写）", en: "Address (when behind a proxy)" },
  contact: { zh: "联系方式，如 mailto:care@example.com", en: "Contact, such as mailto:care@example.com" },
  url: { zh: "App 服务器地址", en: "Your app server's address" },
  secret: { zh: "签名密钥（至少16位）", en: "Secret to sign with (16 characters or more)" },
  publicKey: { zh: "公钥", en: "Public key" },
};

export const kindNames: Record<string, { zh: string; en: string }> = {
  ALIYUN_SMS: { zh: "阿里云短信", en: "Aliyun SMS" },
  TENCENT_SMS: { zh: "腾讯云短信", en: "Tencent Cloud SMS" },
  WEB_PUSH: { zh: "浏览器推送（VAPID）", en: "Browser push (VAPID)" },
  APP_PUSH: { zh: "自有 App 服务器", en: "Your own app server" },
};

export const stateNames: Record<string, { zh: string; en: string }> = {
  WAITING: { zh: "排队中", en: "waiting" },
  WAITING_FOR_CHANNEL: { zh: "没有可用渠道", en: "nothing is set up" },
  SENT: { zh: "已发出", en: "sent" },
  FAILED: { zh: "失败", en: "failed" },
  EXPIRED: { zh: "已过时", en: "too late" },
};

export const talkMessages = {
  title: { zh: "会话渠道", en: "Conversation channels" },
  hint: {
    zh: "客户在这些渠道上给店铺发消息，消息进入“会话”。",
    en: "Where customers write to the shop; what they write arrives under Conversations.",
  },
  add: { zh: "添加渠道", en: "Add a channel" },
  change: { zh: "修改", en: "Change" },
  remove: { zh: "移除", en: "Remove" },
  removeSure: {
    zh: "移除后无法再收发消息，已有会话保留",
    en: "Nothing comes or goes by it any more; conversations stay",
  },
  kind: { zh: "类型", en: "Kind" },
  WEB_CHAT: { zh: "网页聊天", en: "Web chat" },
  WEBHOOK: { zh: "签名接口（平台、应用）", en: "Signed web hook" },
  EMAIL: { zh: "邮箱", en: "E-mail" },
  id: { zh: "标识", en: "Id" },
  idHint: {
    zh: "地址的一部分：3到60位小写字母、数字或 -",
    en: "Part of the address: 3 to 60 of a-z, 0-9 and -",
  },
  name: { zh: "名称", en: "Name" },
  secret: { zh: "签名密钥", en: "Secret" },
  secretHint: { zh: "至少16位；双方用它签名", en: "At least 16 characters; both sides sign with it" },
  secretKept: { zh: "已设置，留空则不变", en: "It is set; leave empty to keep it" },
  url: { zh: "回复地址", en: "Address for answers" },
  urlHint: { zh: "https 地址；不填则无法在此渠道回复", en: "https; without it nobody can be answered on it" },
  sites: { zh: "允许嵌入的网站", en: "Sites that may show it" },
  sitesHint: { zh: "如 https://shop.example，回车添加", en: "Such as https://shop.example; Enter adds one" },
  address: { zh: "接收地址", en: "Messages go to" },
  tag: { zh: "嵌入代码", en: "Script tag" },
  both: { zh: "可收可回", en: "Both ways" },
  inOnly: { zh: "只能接收", en: "In only" },
  save: { zh: "保存", en: "Save" },
  cancel: { zh: "取消", en: "Cancel" },
} satisfies Messages;

export const mailMessages = {
  mail: { zh: "邮箱地址", en: "Address" },
  mailHint: { zh: "客户看到的发件人", en: "From which answers come" },
  in: { zh: "收信服务器（IMAP）", en: "Incoming server (IMAP)" },
  out: { zh: "发信服务器（SMTP）", en: "Outgoing server (SMTP)" },
  port: { zh: "端口", en: "Port" },
  security: { zh: "加密方式", en: "Encryption" },
  TLS: { zh: "SSL/TLS", en: "SSL/TLS" },
  STARTTLS: { zh: "STARTTLS", en: "STARTTLS" },
  NONE: { zh: "无（仅本机）", en: "None (this machine)" },
  user: { zh: "用户名", en: "User" },
  password: { zh: "密码或授权码", en: "Password or app password" },
  passwordKept: { zh: "已设置，留空不变，不再显示", en: "Set; empty leaves it; it is not shown again" },
  plus: {
    zh: "服务器支持 名称+任意@域名（回复更容易归到原会话）",
    en: "The server takes name+anything@… (answers find their conversation more surely)",
  },
  read: { zh: "上次收取", en: "Read last" },
  never: { zh: "尚未收取", en: "not yet" },
  atOnce: { zh: "即时", en: "at once" },
  everyMinute: { zh: "每分钟", en: "every minute" },
  test: { zh: "测试连接", en: "Test" },
  incoming: { zh: "收信", en: "Incoming" },
  outgoing: { zh: "发信", en: "Outgoing" },
  trouble: { zh: "问题", en: "Trouble" },
  aside: {
    zh: (n: number) => `未转为会话的邮件（最近 ${n} 封）`,
    en: (n: number) => `Mails that became no conversation (the last ${n})`,
  },
} satisfies Messages;

export const mailSorts: Record<string, { zh: string; en: string }> = {
  OWN: { zh: "本店发出的邮件", en: "one of our own" },
  BOUNCE: { zh: "退信或送达报告", en: "bounce or report" },
  AUTO_REPLY: { zh: "自动回复", en: "auto-reply" },
  BULK: { zh: "群发邮件", en: "newsletter" },
  FLOOD: { zh: "发送过于频繁", en: "too many from one address" },
  BROKEN: { zh: "无法读取", en: "cannot be read" },
};
