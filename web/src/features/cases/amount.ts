import type { CaseView } from "../../api/views";
import { minorDigits } from "../../i18n/format";

/** What was typed as minor units; null when it is not an amount. Takes 1,234.5 and full-width digits. */
export function parseAmount(typed: string, currency: string): number | null {
  const text = typed.normalize("NFKC").replace(/[\s,]/g, "");
  const digits = minorDigits(currency);
  const shape = digits === 0 ? /^(\d{1,12})$/ : new RegExp(`^(\\d{1,12})(?:\\.(\\d{0,${digits}}))?$`);
  const found = shape.exec(text);
  if (found === null) return null;
  return Number((found[1] ?? "") + (found[2] ?? "").padEnd(digits, "0"));
}

export function writeAmount(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** The most one may give on this case by `action`; null is without limit. */
export function limitOf(item: CaseView, action: string): number | null {
  return item.allowed.find((one) => one.action === action)?.limitMinor ?? null;
}
