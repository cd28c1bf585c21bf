import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "我的订单", en: "My orders" },
  lead: { zh: "选一个订单，说说原因，马上有结果。", en: "Pick an order, say why, and know at once." },
  emptyTitle: { zh: "还没有可以售后的订单", en: "No orders here yet" },
  empty: {
    zh: "付款后的订单会自动出现在这里。刚下单的话，请过几分钟再来看看。",
    en: "Orders appear here once they are paid. If you have just ordered, look again in a few minutes.",
  },
  onlyOne: {
    zh: "您用验证码进入，只显示这一个订单。",
    en: "You came in with a code, so only its order is shown.",
  },
  another: { zh: "查看其他订单", en: "See another order" },
  apply: { zh: "申请售后", en: "Return or get help" },
  openCase: { zh: "查看售后进度", en: "Follow your request" },
  paidOn: { zh: (day: string) => `${day} 付款`, en: (day: string) => `Paid ${day}` },
  order: { zh: (no: string) => `订单 ${no}`, en: (no: string) => `Order ${no}` },
  total: { zh: "实付", en: "Paid" },
  times: { zh: (qty: number) => `×${qty}`, en: (qty: number) => `× ${qty}` },
  inCase: { zh: "售后中", en: "In a request" },
  whyNot: { zh: "暂不能申请", en: "Cannot be requested now" },
  UNSHIPPED: { zh: "待发货", en: "Not shipped yet" },
  SHIPPED: { zh: "运输中", en: "On its way" },
  SIGNED: { zh: "已签收", en: "Delivered" },
  PICKED_UP: { zh: "已自提", en: "Picked up" },
  READY_FOR_PICKUP: { zh: "待自提", en: "Ready for pick-up" },
  REFUSED: { zh: "已拒收", en: "Refused at the door" },
  DELIVERED_DIGITAL: { zh: "已发放", en: "Delivered online" },
  UNPAID: { zh: "未付款", en: "Not paid" },
  REFUNDED: { zh: "已退款", en: "Refunded" },
  UNKNOWN: { zh: "付款确认中", en: "Payment being confirmed" },
} satisfies Messages;
