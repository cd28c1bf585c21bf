import type { Permission } from "./views";

/** Every right in the order in which it is shown, by the part of the house it belongs to. */
export const permissionGroups: {
  name: { zh: string; en: string };
  rights: { id: Permission; zh: string; en: string }[];
}[] = [
  {
    name: { zh: "售后", en: "After-sales" },
    rights: [
      { id: "CASE_READ", zh: "查看售后单", en: "See cases" },
      { id: "CASE_DECIDE", zh: "审核售后单", en: "Decide on cases" },
      { id: "CASE_MESSAGE", zh: "回复客户", en: "Write to customers" },
      { id: "CASE_SUBMIT", zh: "代客提交", en: "Submit for customers" },
      { id: "APPROVE_REFUND", zh: "审批超限退款", en: "Sign refunds above a tier" },
      { id: "PERSONAL_READ", zh: "查看完整个人信息", en: "See personal data unmasked" },
    ],
  },
  {
    name: { zh: "会话", en: "Conversations" },
    rights: [
      { id: "CONVERSATION_READ", zh: "查看会话", en: "See conversations" },
      { id: "CONVERSATION_ANSWER", zh: "接待客户", en: "Answer customers" },
      { id: "ROUTING_WRITE", zh: "管理队列与分配", en: "Set queues and routing" },
      { id: "CHANNEL_DELIVER", zh: "渠道送达（程序）", en: "Hand in messages (programs)" },
    ],
  },
  {
    name: { zh: "工单", en: "Tickets" },
    rights: [
      { id: "TICKET_READ", zh: "查看工单", en: "See tickets" },
      { id: "TICKET_WORK", zh: "处理工单", en: "Work on tickets" },
      { id: "TICKET_ANSWER", zh: "答复协办", en: "Answer requests" },
      { id: "TICKET_RULES", zh: "管理工单规则", en: "Set ticket rules" },
    ],
  },
  {
    name: { zh: "岗位", en: "Work places" },
    rights: [
      { id: "WAREHOUSE_WORK", zh: "仓库验收", en: "Warehouse" },
      { id: "STORE_WORK", zh: "门店", en: "Store" },
      { id: "LOGISTICS_WORK", zh: "物流", en: "Logistics" },
      { id: "FINANCE_WORK", zh: "财务", en: "Finance" },
      { id: "TECHNOLOGY_WORK", zh: "技术", en: "Technology" },
      { id: "PRODUCT_WORK", zh: "商品", en: "Product" },
    ],
  },
  {
    name: { zh: "商品与订单", en: "Commerce" },
    rights: [
      { id: "COMMERCE_READ", zh: "查看订单商品", en: "See orders and products" },
      { id: "COMMERCE_WRITE", zh: "写入与导入", en: "Write and import" },
    ],
  },
  {
    name: { zh: "政策", en: "Policy" },
    rights: [
      { id: "POLICY_READ", zh: "查看政策", en: "Read policies" },
      { id: "POLICY_WRITE", zh: "发布政策", en: "Publish policies" },
    ],
  },
  {
    name: { zh: "语义理解", en: "Language" },
    rights: [
      { id: "LANGUAGE_READ", zh: "分析文字", en: "Have texts understood" },
      { id: "LANGUAGE_WRITE", zh: "维护意图与模型", en: "Intents and models" },
    ],
  },
  {
    name: { zh: "知识库", en: "Knowledge" },
    rights: [
      { id: "KNOWLEDGE_READ", zh: "查阅知识", en: "Read articles" },
      { id: "KNOWLEDGE_WRITE", zh: "编写与确认", en: "Write and confirm" },
      { id: "KNOWLEDGE_REVIEW", zh: "审核上线", en: "Review others' articles" },
    ],
  },
  {
    name: { zh: "话术", en: "Scripts" },
    rights: [
      { id: "SCRIPT_READ", zh: "查看与使用话术", en: "Read and use scripts" },
      { id: "SCRIPT_WRITE", zh: "编写与确认", en: "Write and confirm" },
      { id: "SCRIPT_REVIEW", zh: "审核上线", en: "Review others' scripts" },
    ],
  },
  {
    name: { zh: "管理", en: "Administration" },
    rights: [
      { id: "PEOPLE_MANAGE", zh: "人员与角色", en: "People and roles" },
      { id: "KEYS_MANAGE", zh: "接口密钥", en: "Keys" },
      { id: "JOURNAL_READ", zh: "操作日志", en: "Journal" },
      { id: "INSIGHT_READ", zh: "数据看板", en: "Figures" },
    ],
  },
];
