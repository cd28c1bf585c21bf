import type { Language } from "../../i18n";

/** The carriers most parcels go with; the shop reads the Chinese name in either language. */
const CARRIERS = [
  { name: "顺丰速运", en: "SF Express" },
  { name: "中通快递", en: "ZTO Express" },
  { name: "圆通速递", en: "YTO Express" },
  { name: "韵达快递", en: "Yunda Express" },
  { name: "申通快递", en: "STO Express" },
  { name: "京东物流", en: "JD Logistics" },
  { name: "中国邮政", en: "China Post / EMS" },
];

export const carriers = (language: Language) =>
  CARRIERS.map(({ name, en }) => ({ name, text: language === "zh" ? name : `${en} (${name})` }));
