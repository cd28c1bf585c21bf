import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "查订单，办售后", en: "Find your order" },
  lead: {
    zh: "有订单号就行：我们发一个验证码给您，不用注册。",
    en: "The order number is enough: we send you a code. No account needed.",
  },
  ended: {
    zh: "为了您的安全，登录已到期。重新验证后会回到刚才的页面，您填写的内容都还在。",
    en: "For your safety the session has ended. Verify once more and you are back where you were; what you typed is still there.",
  },
  shop: { zh: "店铺", en: "Shop" },
  chooseShop: { zh: "请选择店铺", en: "Choose the shop" },
  orderNumber: { zh: "订单号", en: "Order number" },
  orderNumberHelp: {
    zh: "在订单短信、邮件或购物页面里可以找到",
    en: "It is in the message you got after ordering",
  },
  contact: { zh: "下单手机号或邮箱", en: "Phone or e-mail on the order" },
  sendCode: { zh: "获取验证码", en: "Send me a code" },
  needShop: { zh: "请先选择店铺", en: "Choose the shop first" },
  needOrderNumber: { zh: "请填写订单号", en: "Enter the order number" },
  contactHelp: {
    zh: "不填的话，验证码发到订单上留的手机号或邮箱",
    en: "Left empty, the code goes to the phone or e-mail on the order",
  },
  onTheOrder: { zh: "订单上留的手机号或邮箱", en: "the phone or e-mail on the order" },
  codeTitle: { zh: "请输入验证码", en: "Enter the code" },
  sent: {
    zh: (to: string, minutes: number) => `如果信息与订单一致，验证码已发送至 ${to}，${minutes} 分钟内有效。`,
    en: (to: string, minutes: number) =>
      `If this matches the order, a code is on its way to ${to}. It is valid for ${minutes} minutes.`,
  },
  code: { zh: "6 位验证码", en: "6-digit code" },
  enter: { zh: "进入", en: "Enter" },
  needCode: { zh: "请输入 6 位验证码", en: "Enter the 6 digits" },
  resend: { zh: "重新发送", en: "Send again" },
  resendIn: {
    zh: (seconds: number) => `${seconds} 秒后可重新发送`,
    en: (seconds: number) => `You can send again in ${seconds} s`,
  },
  waitFor: {
    zh: (seconds: number) => `试得太频繁了，请休息 ${seconds} 秒再试`,
    en: (seconds: number) => `That was a lot of tries; please wait ${seconds} s`,
  },
  change: { zh: "修改订单号或联系方式", en: "Change order number or contact" },
  notArrived: {
    zh: "没收到？请核对订单号与下单时填写的手机号或邮箱，或看看垃圾邮件。",
    en: "Nothing arrived? Check the order number and the phone or e-mail, and your spam folder.",
  },
  opening: { zh: "正在为您打开…", en: "Opening your orders…" },
  linkTitle: { zh: "这个链接打不开了", en: "This link no longer opens" },
  linkBroken: {
    zh: "链接可能已过期或不完整。请回到店铺重新点开，或用订单号进入。",
    en: "It may have expired or be incomplete. Open it again from the shop, or enter with your order number.",
  },
  withOrderNumber: { zh: "用订单号进入", en: "Enter with the order number" },
  safeTitle: { zh: "安心的三件事", en: "What you can count on" },
  safe1: { zh: "提交后当场告诉您结果和理由", en: "A decision and its reason the moment you send" },
  safe2: { zh: "每一步都写明预计完成时间", en: "An expected time for every step" },
  safe3: { zh: "写到一半断网也不会丢", en: "A lost connection never loses what you typed" },
} satisfies Messages;
