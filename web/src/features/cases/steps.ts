import type { CaseView } from "../../api/views";
import { reasons, types, word } from "../../api/words";
import type { Language } from "../../i18n";
import type { Act } from "./act";

export type Values = Record<string, string>;

/** One thing to fill in. A number is typed and kept as text. */
export interface Field {
  name: string;
  label: string;
  kind: "text" | "words" | "number" | "one-of" | "choice" | "scan";
  needed?: boolean;
  initial?: string;
  help?: string;
  least?: number;
  most?: number;
  options?: readonly { value: string; label: string }[];
}

/** A step whose form is a handful of fields. */
export interface Step {
  act: Act;
  /** Its name in `allowed`. */
  action: string;
  /** Where it is sent; `id` stays the same while one tries again. */
  noun: (id: string) => string;
  hint?: Record<Language, string>;
  danger?: boolean;
  fields: (item: CaseView, spoken: Language) => Field[];
  body: (values: Values, item: CaseView) => unknown;
}

const TEAMS = {
  AFTERSALES: { zh: "售后组", en: "After-sales" },
  EXPERT: { zh: "专家组", en: "Experts" },
  STORE: { zh: "门店组", en: "Stores" },
  WAREHOUSE: { zh: "仓库组", en: "Warehouse" },
  LOGISTICS: { zh: "物流组", en: "Logistics" },
  FINANCE: { zh: "财务组", en: "Finance" },
};
const REMEDIES = ["RETURN_REFUND", "REFUND_ONLY", "EXCHANGE", "RESEND", "REPAIR", "COMPENSATION"];
const FAULTS = [
  "QUALITY",
  "NOT_AS_DESCRIBED",
  "WRONG_ITEM",
  "MISSING_PARTS",
  "LOGISTICS_DAMAGE",
  "NO_REASON",
];

const words = {
  team: { zh: "转给哪个团队", en: "Which team" },
  hours: { zh: "几小时内答复", en: "Answer within how many hours" },
  task: { zh: "需要他们做什么", en: "What they are asked to do" },
  remedy: { zh: "补救方式", en: "The remedy" },
  cause: { zh: "原因", en: "The reason" },
  exchangeSku: { zh: "换成的商品编码（换货时填）", en: "Article to exchange for (for an exchange)" },
  expert: { zh: "请专家判断什么", en: "What the expert is to judge" },
  carrier: { zh: "快递公司", en: "Carrier" },
  trackingNo: { zh: "运单号", en: "Tracking number" },
  note: { zh: "备注（仅内部可见）", en: "Note (staff only)" },
  why: { zh: "原因", en: "Why" },
  count: { zh: (sku: string) => `${sku} 现有几件`, en: (sku: string) => `How many of ${sku} there are` },
  code: { zh: "顾客的取货码", en: "The customer's code" },
  comesIn: { zh: "退回的商品编码", en: "Article that comes in" },
  goesOut: { zh: "交付的新商品编码", en: "Article that goes out" },
  looked: { zh: "验看结果", en: "What it looks like" },
  intact: { zh: "完好，直接通过", en: "As sold: it passes" },
  doubtful: { zh: "有疑问，送仓库验收", en: "Doubtful: the warehouse inspects it" },
  agreed: { zh: "与客户约定了什么", en: "What was agreed with the customer" },
};

const say = (text: { zh: string; en: string }, spoken: Language) => text[spoken];
const optional = (name: string, value: string | undefined) =>
  value === undefined || value.trim() === "" ? {} : { [name]: value.trim() };
const note = (spoken: Language): Field => ({ name: "note", label: say(words.note, spoken), kind: "words" });
const parcel = (spoken: Language): Field[] => [
  { name: "carrier", label: say(words.carrier, spoken), kind: "text", needed: true, most: 40 },
  { name: "trackingNo", label: say(words.trackingNo, spoken), kind: "scan", needed: true },
];
const sent = (values: Values) => ({
  carrier: values.carrier?.trim(),
  trackingNo: values.trackingNo?.replace(/\s/g, ""),
});
/** The articles that a store has to count before it promises them. */
const promised = (item: CaseView) => item.replacement?.items ?? [];
const counted = (values: Values, item: CaseView) =>
  promised(item).flatMap(({ sku }) =>
    values[`count-${sku}`] === undefined || values[`count-${sku}`] === ""
      ? []
      : [{ sku, qty: Number(values[`count-${sku}`]) }],
  );
const counts = (item: CaseView, spoken: Language, needed: boolean): Field[] =>
  promised(item).map(({ sku, title }) => ({
    name: `count-${sku}`,
    label: words.count[spoken](sku),
    help: title,
    kind: "number",
    needed,
  }));

export const STEPS: Partial<Record<Act, Step>> = {
  transfer: {
    act: "transfer",
    action: "transfer",
    noun: (id) => `transfers/${id}`,
    hint: {
      zh: "对方在时限内答复；投诉自己的时限照常走，超时回到您的团队并通知对方主管。",
      en: "They answer within the limit. The complaint's own clock goes on; when they are late it comes back and their manager hears of it.",
    },
    fields: (_, spoken) => [
      {
        name: "team",
        label: say(words.team, spoken),
        kind: "choice",
        needed: true,
        initial: "LOGISTICS",
        options: Object.entries(TEAMS).map(([value, name]) => ({ value, label: name[spoken] })),
      },
      {
        name: "hours",
        label: say(words.hours, spoken),
        kind: "number",
        needed: true,
        initial: "24",
        least: 1,
        most: 168,
      },
      { name: "task", label: say(words.task, spoken), kind: "words", needed: true },
    ],
    body: (values) => ({
      team: values.team,
      limitHours: Number(values.hours),
      reason: values.task?.trim(),
    }),
  },
  remedy: {
    act: "remedy",
    action: "make-remedy",
    noun: (id) => `remedies/${id}`,
    hint: {
      zh: "投诉就此办结，由一张关联的新售后单继续；规则不支持的由人决定。",
      en: "The complaint ends here and a linked case goes on; what the rules would refuse a person decides.",
    },
    fields: (_, spoken) => [
      {
        name: "type",
        label: say(words.remedy, spoken),
        kind: "one-of",
        needed: true,
        options: REMEDIES.map((value) => ({ value, label: word(types, value, spoken) })),
      },
      {
        name: "reason",
        label: say(words.cause, spoken),
        kind: "choice",
        needed: true,
        initial: "QUALITY",
        options: FAULTS.map((value) => ({ value, label: word(reasons, value, spoken) })),
      },
      { name: "exchangeSku", label: say(words.exchangeSku, spoken), kind: "scan" },
      note(spoken),
    ],
    body: (values) => ({
      type: values.type,
      reason: values.reason,
      ...optional("exchangeSku", values.exchangeSku),
      ...optional("note", values.note),
    }),
  },
  expert: {
    act: "expert",
    action: "call-expert",
    noun: (id) => `expert-links/${id}`,
    hint: {
      zh: "专家须在10分钟内接手、2小时内给出结论；您的审核时限照常走。",
      en: "An expert takes it within 10 minutes and answers within 2 hours; your own clock goes on.",
    },
    fields: (_, spoken) => [
      { name: "reason", label: say(words.expert, spoken), kind: "words", needed: true, most: 1000 },
    ],
    body: (values) => ({ reason: values.reason?.trim() }),
  },
  ship: {
    act: "ship",
    action: "replacement-shipment",
    noun: () => "replacement-shipment",
    fields: (item, spoken) => [
      ...parcel(spoken),
      {
        name: "scanned",
        label: say(words.goesOut, spoken),
        kind: "scan",
        help: promised(item)
          .map(({ sku, title, qty }) => `${title} ${sku} ×${qty}`)
          .join("；"),
      },
    ],
    body: (values) => ({
      ...sent(values),
      scanned: values.scanned === undefined || values.scanned.trim() === "" ? [] : [values.scanned.trim()],
    }),
  },
  gone: {
    act: "gone",
    action: "replacement-unavailable",
    noun: () => "replacement-unavailable",
    danger: true,
    hint: {
      zh: "库存记为0，客户会收到其他可选方案。",
      en: "The stock is set to none, and the customer is offered other ways.",
    },
    fields: (_, spoken) => [note(spoken)],
    body: (values) => optional("note", values.note),
  },
  repaired: {
    act: "repaired",
    action: "repair",
    noun: () => "repair",
    fields: (_, spoken) => [...parcel(spoken), note(spoken)],
    body: (values) => ({ ...sent(values), ...optional("note", values.note) }),
  },
  unrepairable: {
    act: "unrepairable",
    action: "repair-failure",
    noun: () => "repair-failure",
    danger: true,
    hint: {
      zh: "第一次未修好会再修一次；第二次为客户换新。",
      en: "After a first failure it is repaired once more; after the second it is replaced.",
    },
    fields: (_, spoken) => [{ name: "note", label: say(words.why, spoken), kind: "words", needed: true }],
    body: (values) => ({ note: values.note?.trim() }),
  },
  storeYes: {
    act: "storeYes",
    action: "store-confirmation",
    noun: () => "store-confirmation",
    hint: {
      zh: "替门店确认：请先与门店清点核实。确认后为客户保留48小时并生成取货码。",
      en: "In the store's name: count with them first. It is then held for the customer, who gets a code.",
    },
    fields: (item, spoken) => [...counts(item, spoken, true), note(spoken)],
    body: (values, item) => ({ counted: counted(values, item), ...optional("note", values.note) }),
  },
  storeNo: {
    act: "storeNo",
    action: "store-denial",
    noun: () => "store-denial",
    danger: true,
    hint: {
      zh: "门店无法提供，客户会收到其他可选方案。",
      en: "The store cannot; the customer is offered other ways.",
    },
    fields: (item, spoken) => [...counts(item, spoken, false), note(spoken)],
    body: (values, item) => ({ counted: counted(values, item), ...optional("note", values.note) }),
  },
  storeTake: {
    act: "storeTake",
    action: "store-receipt",
    noun: () => "store-receipt",
    fields: (_, spoken) => [
      { name: "code", label: say(words.code, spoken), kind: "scan", needed: true },
      { name: "returnedSku", label: say(words.comesIn, spoken), kind: "scan", needed: true },
      {
        name: "looked",
        label: say(words.looked, spoken),
        kind: "one-of",
        needed: true,
        options: [
          { value: "intact", label: say(words.intact, spoken) },
          { value: "doubtful", label: say(words.doubtful, spoken) },
        ],
      },
      note(spoken),
    ],
    body: (values) => ({
      code: values.code?.trim(),
      returnedSku: values.returnedSku?.trim(),
      passed: values.looked === "intact",
      ...optional("note", values.note),
    }),
  },
  handOver: {
    act: "handOver",
    action: "hand-over",
    noun: () => "hand-over",
    hint: {
      zh: "退回的商品和新商品在同一刻办理：要么都成，要么都不成。",
      en: "What comes in and what goes out happen in the same moment: both or neither.",
    },
    fields: (item, spoken) => [
      { name: "code", label: say(words.code, spoken), kind: "scan", needed: true },
      { name: "returnedSku", label: say(words.comesIn, spoken), kind: "scan", needed: true },
      {
        name: "givenSku",
        label: say(words.goesOut, spoken),
        kind: "scan",
        needed: true,
        help: promised(item)
          .map(({ sku, title }) => `${title} ${sku}`)
          .join("；"),
      },
      note(spoken),
    ],
    body: (values) => ({
      code: values.code?.trim(),
      returnedSku: values.returnedSku?.trim(),
      givenSku: values.givenSku?.trim(),
      ...optional("note", values.note),
    }),
  },
  sendBack: {
    act: "sendBack",
    action: "reship",
    noun: () => "reship",
    danger: true,
    hint: {
      zh: "按客户的意思结束申请，商品寄回给客户。",
      en: "The request ends as the customer wishes, and the goods are sent back to them.",
    },
    fields: (_, spoken) => [{ name: "note", label: say(words.agreed, spoken), kind: "words", needed: true }],
    body: (values) => ({ note: values.note?.trim() }),
  },
};
