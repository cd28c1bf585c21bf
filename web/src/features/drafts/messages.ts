import type { Messages } from "../../i18n";

export const messages = {
  assistant: { zh: "草拟助手", en: "Drafting" },
  draftAnswer: { zh: "草拟回复", en: "Draft an answer" },
  summary: { zh: "会话小结", en: "Sum it up" },
  translateTheirs: { zh: "翻译客户的话", en: "Translate theirs" },
  translateMine: { zh: "翻译我写的回复", en: "Translate what I typed" },
  into: { zh: "译成", en: "Into" },
  draft: { zh: "草稿，请核对后使用", en: "A draft; read it before you use it" },
  from: { zh: "依据", en: "Made from" },
  insert: { zh: "放入回复框", en: "Put into the answer" },
  copy: { zh: "复制", en: "Copy" },
  note: { zh: "存为内部备注", en: "Keep as a note" },
  noted: { zh: "已存为内部备注", en: "Kept as a note" },
  drop: { zh: "不用", en: "Drop it" },
  nothingTyped: { zh: "回复框里还没有内容", en: "Nothing is typed yet" },

  title: { zh: "语言模型", en: "Language model" },
  hint: {
    zh: "选用：连接一个兼容 OpenAI 接口的语言模型（如 DeepSeek、通义千问、vLLM、Ollama），为客服草拟回复、小结和翻译。不连接，一切照常。",
    en: "Optional: connect a language model that speaks as OpenAI's does (DeepSeek, Qwen, vLLM, Ollama, …) to draft answers, summaries and translations for staff. Without one everything works as before.",
  },
  none: { zh: "没有连接语言模型", en: "No language model is connected" },
  noneHint: {
    zh: "姓名、电话、地址、订单号等在发送前换成记号；草稿写出来源中没有的数字、日期、金额或承诺时不会显示；任何内容都不会自动发给客户。",
    en: "Names, phones, addresses and numbers are replaced by marks before anything is sent. A draft that states a number, date, amount or promise that is not in its sources is not shown. Nothing is ever sent to a customer by itself.",
  },
  connect: { zh: "连接", en: "Connect" },
  edit: { zh: "修改", en: "Change" },
  test: { zh: "测试", en: "Test" },
  remove: { zh: "断开", en: "Disconnect" },
  removeSure: {
    zh: "断开后草拟按钮不再显示，密钥被删除。",
    en: "The drafting buttons disappear, and the key is forgotten.",
  },
  save: { zh: "保存", en: "Save" },
  cancel: { zh: "取消", en: "Cancel" },
  WORKS: { zh: "模型有应答", en: "The model answers" },
  REFUSED: {
    zh: "模型拒绝了请求，请核对密钥和模型名称",
    en: "The model refuses; check the key and the model's name",
  },
  NO_ANSWER: {
    zh: "没有应答，请检查地址以及服务器能否访问它",
    en: "No answer; check the address, and that this server reaches it",
  },
  took: {
    zh: (millis: number, said: string) => `${millis} 毫秒：${said}`,
    en: (millis: number, said: string) => `${millis} ms: ${said}`,
  },
  address: { zh: "接口地址", en: "Address" },
  addressHint: {
    zh: "到 /chat/completions 之前为止，如 https://api.deepseek.com/v1；本机的可用 http",
    en: "Up to /chat/completions, such as https://api.deepseek.com/v1; on this machine http will do",
  },
  model: { zh: "模型名称", en: "Model" },
  key: { zh: "密钥", en: "Key" },
  keyHint: { zh: "本机的模型可不填", en: "A model on this machine may need none" },
  keyKept: {
    zh: "已保存；留空则不变，更换地址时须重新填写",
    en: "Set; leave empty to keep it. Another address needs it again",
  },
  keySet: { zh: "已保存", en: "set" },
  keyNone: { zh: "无", en: "none" },
  purposes: { zh: "用途", en: "Used for" },
  ANSWER: { zh: "草拟回复", en: "Answers" },
  SUMMARY: { zh: "会话小结", en: "Summaries" },
  TRANSLATION: { zh: "翻译", en: "Translations" },
  OPINION: { zh: "意图不明时的第二意见", en: "Second opinion on unclear intents" },
  atOnce: { zh: "同时请求数", en: "At once" },
  dayCalls: { zh: "每天最多次数", en: "Most calls a day" },
  dayMoney: { zh: "每天最多花费", en: "Most money a day" },
  currency: { zh: "币种", en: "Currency" },
  inputPrice: { zh: "输入价（每百万 token）", en: "Price of a million tokens read" },
  outputPrice: { zh: "输出价（每百万 token）", en: "Price of a million tokens written" },
  priceHint: {
    zh: "按供应商价目填写；花费据此计算，到达上限后当天不再请求（按 UTC 计天）",
    en: "As your provider charges. The cost is counted by it, and nothing is asked beyond the limit that day (UTC)",
  },
  today: { zh: "今天", en: "Today" },
  todayCount: {
    zh: (calls: number, most: number, money: string, limit: string) =>
      `${calls} / ${most} 次，${money} / ${limit}`,
    en: (calls: number, most: number, money: string, limit: string) =>
      `${calls} of ${most} calls, ${money} of ${limit}`,
  },
  changed: { zh: "最近修改", en: "Last changed" },
} satisfies Messages;

export const languages: readonly { value: string; label: string }[] = [
  { value: "zh", label: "中文" },
  { value: "en", label: "English" },
  { value: "ja", label: "日本語" },
  { value: "es", label: "Español" },
  { value: "th", label: "ไทย" },
  { value: "vi", label: "Tiếng Việt" },
  { value: "id", label: "Indonesia" },
  { value: "ms", label: "Melayu" },
  { value: "tl", label: "Filipino" },
];
