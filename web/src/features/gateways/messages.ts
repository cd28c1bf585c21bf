import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "支付渠道", en: "Payment gateways" },
  hint: {
    zh: "退款按原路退回：每种支付方式由一个支付渠道处理。没有渠道处理的支付方式由财务人工退款。",
    en: "Money goes back the way it came: each means of payment is served by one gateway. What no gateway serves is refunded by finance.",
  },
  connect: { zh: "连接支付渠道", en: "Connect a gateway" },
  none: { zh: "还没有连接支付渠道", en: "No gateway is connected yet" },
  noneHint: {
    zh: "1. 在支付平台取得商户号与密钥；2. 在此填写并保存，点“测试”，测试不会动用任何资金；3. 用一笔小额订单试退一次，再正式使用。",
    en: "1. Get the merchant's number and keys from the gateway. 2. Enter and save them here and press Test, which moves no money. 3. Try one small refund before you rely on it.",
  },
  edit: { zh: "修改", en: "Change" },
  test: { zh: "测试", en: "Test" },
  WORKS: {
    zh: "连接正常，密钥有效；没有动用任何资金",
    en: "It works; the keys are good, and no money was moved",
  },
  REFUSED: {
    zh: "支付渠道不认可这些密钥，请核对商户号、证书与密钥",
    en: "The gateway does not accept these keys; check the merchant's number, its certificate and keys",
  },
  NO_ANSWER: {
    zh: "支付渠道没有应答，请检查服务器能否访问外网以及接口地址",
    en: "The gateway does not answer; check that this server reaches it, and the address",
  },
  tenders: { zh: "处理的支付方式", en: "Means of payment it serves" },
  tendersHint: {
    zh: "与订单中支付方式的名称一致，如 WECHAT；可输入多个",
    en: "As the shop's orders call them, such as WECHAT; several may be given",
  },
  callBack: { zh: "回调地址（填到支付平台）", en: "Call-back address, to enter over there" },
  secrets: { zh: "已保存的密钥", en: "Secrets that are set" },
  changed: { zh: "最近修改", en: "Last changed" },
  gateway: { zh: "支付渠道", en: "Gateway" },
  save: { zh: "保存", en: "Save" },
  cancel: { zh: "取消", en: "Cancel" },
} satisfies Messages;

export const gatewayNames: Record<string, { zh: string; en: string }> = {
  WECHAT_PAY: { zh: "微信支付", en: "WeChat Pay" },
  ALIPAY: { zh: "支付宝", en: "Alipay" },
  STRIPE: { zh: "Stripe", en: "Stripe" },
};

export const settingNames: Record<string, { zh: string; en: string }> = {
  merchantId: { zh: "商户号", en: "Merchant number" },
  certificateSerial: { zh: "商户证书序列号", en: "Serial number of the merchant's certificate" },
  privateKey: { zh: "私钥（PEM 文本）", en: "Private key (PEM text)" },
  apiV3Key: { zh: "APIv3 密钥（32 位）", en: "API v3 key, 32 characters" },
  publicKeyId: { zh: "微信支付公钥 ID", en: "Number of WeChat Pay's public key" },
  publicKey: { zh: "微信支付公钥（PEM 文本）", en: "WeChat Pay's public key (PEM text)" },
  appId: { zh: "应用 AppID", en: "App number" },
  alipayPublicKey: { zh: "支付宝公钥", en: "Alipay's public key" },
  secretKey: { zh: "密钥 Secret key", en: "Secret key" },
  webhookSecret: { zh: "回调签名密钥", en: "Signing secret of the web hook" },
  address: { zh: "接口地址（经代理或沙箱时）", en: "Address (through a relay, or a sandbox)" },
  callBackAddress: {
    zh: "本系统的外网地址，如 https://care.example.com",
    en: "This installation's public address, https://care.example.com",
  },
};
