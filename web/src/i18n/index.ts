export { language, setLanguage, useLanguage, say, useMessages } from "./language";
export type { Language, Messages, Phrase, Spoken } from "./language";
export { formatDateTime, formatDuration, formatMoney, formatNumber } from "./format";
