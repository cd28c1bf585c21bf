import {
  channels,
  customerTiers,
  freightPayers,
  fulfilments,
  reasons,
  tenders,
  types,
  word,
} from "../../api/words";
import { formatDateTime, formatMoney, formatNumber, type Language } from "../../i18n";

export interface ReadableFact {
  path: string;
  name: string;
  value: string;
}

/** The facts that a rule saw, as rows that a person can check; names that are not known keep their path. */
export function readableFacts(
  facts: Record<string, unknown>,
  spoken: Language,
  currency: string,
): ReadableFact[] {
  const rows = flat(facts, "").map(({ path, value }) => {
    const key =
      path
        .split(".")
        .at(-1)
        ?.replace(/\[\d+\]$/, "") ?? path;
    return { path, name: nameOf(path, key, spoken), value: shown(key, value, spoken, currency) };
  });
  return rows.toSorted((a, b) => weight(a) - weight(b));
}

/** What decides most often comes first, what has no name for people comes last. */
function weight({ path, name }: ReadableFact): number {
  if (name === path) return FIRST.length + 1;
  const at = FIRST.findIndex((one) => path.endsWith(one));
  return at < 0 ? FIRST.length : at;
}

const FIRST = [
  "request.reason",
  "request.type",
  "request.reasonText",
  "request.badRatioPct",
  "request.damageLevel",
  "request.evidence",
  "order.fulfil",
  "order.signedAt",
  "now",
  "customer.riskScore",
  "customer.refundOnly30d",
  "].category",
  "].promiseDays",
  "].exemptClass",
];

function flat(value: unknown, path: string): { path: string; value: unknown }[] {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== "object" || one === null))
      return value.length === 0 ? [] : [{ path, value: value.join(", ") }];
    return value.flatMap((one, index) => flat(one, `${path}[${index + 1}]`));
  }
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, one]) => flat(one, path === "" ? key : `${path}.${key}`));
  return value === null || value === undefined ? [] : [{ path, value }];
}

function shown(key: string, value: unknown, spoken: Language, currency: string): string {
  if (typeof value === "boolean") return value ? YES[spoken] : NO[spoken];
  if (typeof value === "number")
    return key.endsWith("Minor") || key === "minor"
      ? formatMoney(value, currency, spoken)
      : formatNumber(value, spoken);
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return formatDateTime(text, spoken);
  const words = WORDS[key];
  return words === undefined ? text : word(words, text, spoken);
}

const YES = { zh: "是", en: "yes" };
const NO = { zh: "否", en: "no" };

const WORDS: Record<string, Record<string, { zh: string; en: string }>> = {
  fulfil: fulfilments,
  reason: reasons,
  type: types,
  askedType: types,
  channel: channels,
  kind: tenders,
  tier: customerTiers,
  freightPayer: freightPayers,
};

function nameOf(path: string, key: string, spoken: Language): string {
  const name = NAMES[key]?.[spoken];
  if (name === undefined) return path;
  const line = /lines\[(\d+)\]/.exec(path)?.[1];
  if (line === undefined) return name;
  return spoken === "zh" ? `商品${line} ${name}` : `Item ${line}: ${name}`;
}

const NAMES: Record<string, { zh: string; en: string }> = {
  no: { zh: "订单号", en: "Order" },
  orderNo: { zh: "订单号", en: "Order" },
  payStatus: { zh: "支付状态", en: "Payment" },
  paidAt: { zh: "付款时间", en: "Paid at" },
  paidMinor: { zh: "实付金额", en: "Paid" },
  currency: { zh: "币种", en: "Currency" },
  fulfil: { zh: "履约状态", en: "Fulfilment" },
  signedAt: { zh: "签收时间", en: "Signed at" },
  signedBy: { zh: "签收人", en: "Signed by" },
  stationPickedAt: { zh: "驿站取件时间", en: "Picked up at the station" },
  pickedUpAt: { zh: "自提时间", en: "Picked up at" },
  confirmedAt: { zh: "确认收货时间", en: "Receipt confirmed at" },
  lastTraceAt: { zh: "最近物流时间", en: "Last parcel news" },
  gift: { zh: "赠品", en: "Gift" },
  stock: { zh: "库存", en: "In stock" },
  durable: { zh: "耐用商品", en: "Durable goods" },
  failedRepairs: { zh: "维修未果次数", en: "Failed repairs" },
  openCaseId: { zh: "进行中的工单", en: "Case already open" },
  freeReturn: { zh: "免费退货", en: "Free return" },
  wantsHuman: { zh: "要求人工", en: "Asks for a person" },
  major: { zh: "重大问题", en: "Major fault" },
  productionStarted: { zh: "已开始定制", en: "Production started" },
  paidAtStore: { zh: "门店付款", en: "Paid at the store" },
  standardFreightMinor: { zh: "标准运费", en: "Standard freight" },
  freeShipThresholdMinor: { zh: "包邮门槛", en: "Free shipping from" },
  signedDaysAgo: { zh: "签收天数", en: "Days since signature" },
  shippedAt: { zh: "发货时间", en: "Shipped at" },
  shipBy: { zh: "承诺发货时间", en: "To be shipped by" },
  channel: { zh: "渠道", en: "Channel" },
  category: { zh: "类目", en: "Category" },
  exemptClass: { zh: "不适用无理由类别", en: "Exemption class" },
  exemptConfirmed: { zh: "购买时已确认不适用无理由", en: "Exemption confirmed at purchase" },
  promiseDays: { zh: "商家承诺天数", en: "Days promised" },
  livePromiseDays: { zh: "直播承诺天数", en: "Days promised on air" },
  warrantyDays: { zh: "保修天数", en: "Warranty days" },
  activated: { zh: "已激活", en: "Activated" },
  unsealed: { zh: "已拆封", en: "Unsealed" },
  hygieneSealed: { zh: "卫生封条", en: "Hygiene seal" },
  qty: { zh: "数量", en: "Quantity" },
  refundedQty: { zh: "已退数量", en: "Already refunded" },
  refundedMinor: { zh: "已退金额", en: "Already refunded" },
  refundMinor: { zh: "拟退金额", en: "To be refunded" },
  refundableMinor: { zh: "最多可退", en: "Refundable" },
  freightMinor: { zh: "运费", en: "Freight" },
  unitListMinor: { zh: "标价", en: "List price" },
  limitMinor: { zh: "自动处理上限", en: "Automatic limit" },
  automaticLimitMinor: { zh: "自动处理上限", en: "Automatic limit" },
  amountMinor: { zh: "申请金额", en: "Amount asked" },
  minor: { zh: "支付金额", en: "Tender amount" },
  riskScore: { zh: "客户风险分", en: "Risk score" },
  refundOnly30d: { zh: "近30天仅退款次数", en: "Refund-only in 30 days" },
  tier: { zh: "会员等级", en: "Member tier" },
  reason: { zh: "申请原因", en: "Reason" },
  reasonText: { zh: "原因说明", en: "In the customer's words" },
  type: { zh: "申请类型", en: "Type asked" },
  evidence: { zh: "凭证", en: "Evidence" },
  evidenceCount: { zh: "凭证数量", en: "Pieces of evidence" },
  badRatioPct: { zh: "坏损比例 %", en: "Bad share %" },
  damageLevel: { zh: "破损程度", en: "Damage level" },
  title: { zh: "商品", en: "Product" },
  sku: { zh: "货号", en: "SKU" },
  kind: { zh: "支付方式", en: "Tender" },
  now: { zh: "判断时间", en: "Decided at" },
  freightInsurance: { zh: "运费险", en: "Freight insurance" },
  freightPayer: { zh: "运费承担", en: "Freight paid by" },
  jurisdiction: { zh: "适用地区", en: "Jurisdiction" },
  submittedAt: { zh: "提交时间", en: "Submitted at" },
};
