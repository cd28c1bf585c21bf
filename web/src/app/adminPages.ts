import type { Permission } from "../api/views";

/** What an administrator can reach, in the order of the menu, and the right that each one needs. */
export const adminPages = [
  { to: "/admin/shops", needs: "COMMERCE_WRITE", name: { zh: "店铺", en: "Shops" } },
  { to: "/admin/people", needs: "PEOPLE_MANAGE", name: { zh: "人员", en: "People" } },
  { to: "/admin/teams", needs: "PEOPLE_MANAGE", name: { zh: "团队", en: "Teams" } },
  { to: "/admin/roles", needs: "PEOPLE_MANAGE", name: { zh: "角色与权限", en: "Roles" } },
  { to: "/admin/queues", needs: "ROUTING_WRITE", name: { zh: "队列与分配", en: "Queues" } },
  { to: "/admin/bot", needs: "ROUTING_WRITE", name: { zh: "机器人", en: "Bot" } },
  { to: "/admin/tickets", needs: "TICKET_RULES", name: { zh: "工单规则", en: "Tickets" } },
  { to: "/admin/keys", needs: "KEYS_MANAGE", name: { zh: "接口密钥", en: "API keys" } },
  { to: "/admin/platforms", needs: "KEYS_MANAGE", name: { zh: "平台连接", en: "Platforms" } },
  { to: "/admin/gateways", needs: "KEYS_MANAGE", name: { zh: "支付渠道", en: "Payment gateways" } },
  { to: "/admin/imports", needs: "COMMERCE_WRITE", name: { zh: "数据导入", en: "Imports" } },
  { to: "/admin/policy", needs: "POLICY_READ", name: { zh: "售后政策", en: "Policy" } },
  { to: "/admin/language", needs: "LANGUAGE_WRITE", name: { zh: "意图与理解", en: "Language" } },
  { to: "/admin/language-model", needs: "KEYS_MANAGE", name: { zh: "语言模型", en: "Language model" } },
  { to: "/admin/journal", needs: "JOURNAL_READ", name: { zh: "操作日志", en: "Journal" } },
  { to: "/admin/templates", needs: "POLICY_READ", name: { zh: "消息文案", en: "Wordings" } },
  { to: "/admin/channels", needs: "KEYS_MANAGE", name: { zh: "消息渠道", en: "Channels" } },
  { to: "/admin/web-hooks", needs: "KEYS_MANAGE", name: { zh: "事件推送", en: "Web hooks" } },
  { to: "/admin/messages", needs: "JOURNAL_READ", name: { zh: "外发消息", en: "Messages" } },
] as const satisfies { to: string; needs: Permission; name: { zh: string; en: string } }[];
