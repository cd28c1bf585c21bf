import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "门店", en: "Store" },
  hint: {
    zh: "快到期的在最上面。顾客到店后扫描手机上的码。",
    en: "What is due first is on top. When the customer is here, scan the code on their phone.",
  },
  store: { zh: "我的门店", en: "My store" },
  allStores: { zh: "全部门店", en: "All stores" },
  code: { zh: "扫描或输入顾客的码", en: "Scan or type the customer's code" },
  find: { zh: "查找", en: "Find" },
  tasks: { zh: "门店任务", en: "Store tasks" },
  none: { zh: "没有待办", en: "Nothing to do" },
  noneHint: {
    zh: "顾客申请到店退换后会立即出现在这里，请在 30 分钟内确认。",
    en: "A request for your store appears here at once; answer it within 30 minutes.",
  },
  CONFIRM: { zh: "待确认", en: "To confirm" },
  RECEIVE: { zh: "待收货", en: "To receive" },
  HAND_OVER: { zh: "待换货", en: "To exchange" },
  late: { zh: "已升级给区域经理", en: "With the area manager" },
  comesIn: { zh: "退回", en: "Comes in" },
  goesOut: { zh: "换出", en: "Goes out" },
  yes: { zh: "可以办理", en: "Yes, we can" },
  no: { zh: "无法提供", en: "No" },
  receive: { zh: "收货", en: "Receive" },
  handOver: { zh: "即退即换", en: "Exchange now" },
  cancel: { zh: "取消", en: "Cancel" },

  confirmTitle: { zh: (no: string) => `确认 ${no}`, en: (no: string) => `Confirm ${no}` },
  countOf: { zh: (sku: string) => `${sku} 现有数量`, en: (sku: string) => `How many of ${sku} are there` },
  confirmMeans: {
    zh: "确认后为顾客保留 48 小时，顾客手机上会收到码。",
    en: "It is held for 48 hours, and the customer gets a code.",
  },
  needCount: { zh: "请清点数量", en: "Count them first" },
  denyTitle: { zh: (no: string) => `${no} 无法提供`, en: (no: string) => `No for ${no}` },
  denyMeans: {
    zh: "顾客会立即看到其他方案，预留的库存会释放。",
    en: "The customer is offered other ways at once, and what was reserved is released.",
  },
  note: { zh: "内部备注", en: "Note for colleagues" },

  customerCode: { zh: "顾客的码", en: "The customer's code" },
  returned: { zh: "扫描退回的商品", en: "Scan what comes in" },
  given: { zh: "扫描交给顾客的新商品", en: "Scan what goes out" },
  intact: { zh: "商品完好，符合退换条件", en: "It is as it was sold" },
  notIntact: {
    zh: "不勾选则转仓库验收。",
    en: "Without the tick the warehouse has a look at it.",
  },
  needScans: { zh: "请完成扫描", en: "Scan everything first" },
  bothMoves: {
    zh: "退回入库和新品出库同时完成。",
    en: "What comes in and what goes out are booked in the same moment.",
  },
  doneReceive: { zh: "已收货", en: "Received" },
  doneHandOver: { zh: "换货完成", en: "Exchanged" },
} satisfies Messages;
