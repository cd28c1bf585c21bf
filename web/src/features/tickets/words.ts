import type { TicketItem, TicketView } from "../../api/views";
import type { Language } from "../../i18n";

type Word = Record<Language, string>;
type Triage = TicketItem["triage"];

export const types: Record<Triage["type"], Word> = {
  LOGISTICS: { zh: "物流", en: "Delivery" },
  WAREHOUSE: { zh: "仓库发货", en: "Warehouse" },
  QUALITY: { zh: "商品质量", en: "Quality" },
  PAYMENT: { zh: "款项发票", en: "Money" },
  TECHNICAL: { zh: "系统技术", en: "Technical" },
  COMPLAINT: { zh: "投诉", en: "Complaint" },
  OTHER: { zh: "其他", en: "Other" },
};

export const grades: Record<Triage["grade"], Word> = {
  SIMPLE: { zh: "普通", en: "Simple" },
  COMPLEX: { zh: "复杂", en: "Complex" },
  MAJOR_COMPLAINT: { zh: "重大投诉", en: "Major complaint" },
};

export const priorities: Record<Triage["priority"], Word & { tone: "quiet" | "warn" | "bad" }> = {
  LOW: { zh: "低", en: "Low", tone: "quiet" },
  NORMAL: { zh: "一般", en: "Normal", tone: "quiet" },
  HIGH: { zh: "高", en: "High", tone: "warn" },
  URGENT: { zh: "紧急", en: "Urgent", tone: "bad" },
};

export const states: Record<TicketItem["state"], Word & { tone: "info" | "warn" | "good" | "quiet" }> = {
  OPEN: { zh: "处理中", en: "In hand", tone: "info" },
  WAITING: { zh: "等协办", en: "With a party", tone: "warn" },
  TOLD: { zh: "待客户确认", en: "Customer to confirm", tone: "good" },
  CLOSED: { zh: "已结束", en: "Closed", tone: "quiet" },
};

export const departments = {
  WAREHOUSE: { zh: "仓库", en: "Warehouse" },
  LOGISTICS: { zh: "物流", en: "Logistics" },
  TECHNOLOGY: { zh: "技术", en: "Technology" },
  FINANCE: { zh: "财务", en: "Finance" },
  PRODUCT: { zh: "商品", en: "Product" },
} satisfies Record<string, Word>;

export type Department = keyof typeof departments;

/** A department by its word; an outside party by its name. */
export function partyName(id: string, name: string | null, spoken: Language): string {
  return name ?? (id in departments ? departments[id as Department][spoken] : id);
}

export const kinds: Record<TicketView["steps"][number]["kind"], Word> = {
  OPENED: { zh: "建单", en: "Opened" },
  NOTED: { zh: "备注", en: "Note" },
  TRIAGED: { zh: "修改分类", en: "Corrected" },
  FACTS_ADDED: { zh: "补充信息", en: "Facts added" },
  GIVEN: { zh: "转给", en: "Given to" },
  ASKED: { zh: "请求协办", en: "Asked" },
  ASKED_BACK: { zh: "追问", en: "Asked back" },
  REPLIED: { zh: "回复追问", en: "Replied" },
  ANSWERED: { zh: "协办答复", en: "Answered" },
  WITHDRAWN: { zh: "撤回协办", en: "Withdrawn" },
  PARTY_LATE: { zh: "协办超时", en: "Party late" },
  LATE: { zh: "超时升级", en: "Overdue, escalated" },
  TOLD: { zh: "告知客户结果", en: "Customer told" },
  CUSTOMER_ANSWERED: { zh: "客户有新回复", en: "The customer wrote" },
  CONFIRMED: { zh: "客户确认解决", en: "Customer confirmed" },
  UNANSWERED: { zh: "客户未回复，默认同意", en: "Closed: no answer" },
  UNSOLVED: { zh: "客户表示未解决", en: "Not solved" },
  REOPENED: { zh: "重新打开", en: "Reopened" },
};

/** Who is asked first for such a matter. */
export const usualParty: Record<Triage["type"], Department> = {
  LOGISTICS: "LOGISTICS",
  WAREHOUSE: "WAREHOUSE",
  QUALITY: "PRODUCT",
  PAYMENT: "FINANCE",
  TECHNICAL: "TECHNOLOGY",
  COMPLAINT: "PRODUCT",
  OTHER: "WAREHOUSE",
};

export function choices<K extends string>(of: Record<K, Word>, spoken: Language) {
  return (Object.keys(of) as K[]).map((value) => ({ value, label: of[value][spoken] }));
}
