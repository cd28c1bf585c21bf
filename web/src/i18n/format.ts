import { language, type Language } from "./language";

const locale = (of: Language) => (of === "zh" ? "zh-CN" : "en-GB");

/** Minor units to what people write: 12900 CNY → ¥129.00, 1290 JPY → JP¥1,290. */
export function formatMoney(minor: number, currency: string, inLanguage: Language = language()): string {
  const format = moneyFormat(currency, inLanguage);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

const moneyFormats = new Map<string, Intl.NumberFormat>();
function moneyFormat(currency: string, inLanguage: Language): Intl.NumberFormat {
  const key = inLanguage + currency;
  let format = moneyFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale(inLanguage), {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    });
    moneyFormats.set(key, format);
  }
  return format;
}

/** How many decimals a currency has: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return moneyFormat(currency, "en").resolvedOptions().maximumFractionDigits ?? 2;
}

export function formatNumber(value: number, inLanguage: Language = language()): string {
  return new Intl.NumberFormat(locale(inLanguage)).format(value);
}

/** The reader's own zone; with the year only where it is not this one. */
export function formatDateTime(
  instant: string,
  inLanguage: Language = language(),
  now: Date = new Date(),
): string {
  const at = new Date(instant);
  return new Intl.DateTimeFormat(locale(inLanguage), {
    ...(at.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
    month: inLanguage === "zh" ? "numeric" : "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(at);
}

const UNITS = {
  zh: { day: "天", hour: "小时", minute: "分", second: "秒", gap: "" },
  en: { day: "d", hour: "h", minute: "min", second: "s", gap: " " },
} as const;

/** The two largest units, so that it fits a narrow column: 2天3小时, 3小时04分, 4分05秒. */
export function formatDuration(milliseconds: number, inLanguage: Language = language()): string {
  const unit = UNITS[inLanguage];
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [d, h, m, s] = [
    Math.floor(seconds / 86400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const two = (n: number) => String(n).padStart(2, "0");
  if (d > 0) return `${d}${unit.day}${unit.gap}${h}${unit.hour}`;
  if (h > 0) return `${h}${unit.hour}${unit.gap}${two(m)}${unit.minute}`;
  if (m > 0) return `${m}${unit.minute}${unit.gap}${two(s)}${unit.second}`;
  return `${s}${unit.second}`;
}
