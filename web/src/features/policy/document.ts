/** A policy's document names only what differs from the house's own; these keep it so. */

export type Mode = "AUTO" | "REVIEW" | "OFF";
export type FreightPayer = "BUYER" | "SELLER" | "INSURANCE" | "NONE";

export interface RuleSetting {
  mode?: Mode;
  limitMinor?: number;
}
export interface Exemption {
  on?: boolean;
  words?: { zh: string; en: string };
}
export interface PromiseText {
  id: string;
  about: "ALL" | "CATEGORY" | "SKU";
  value?: string;
  days: number;
  freight?: FreightPayer;
}
export interface GuardText {
  id: string;
  name: string;
  when: string;
  action: "REVIEW" | "FLAG";
  queue?: "EXPERT" | "FINANCE" | "STORE" | "COMPLAINT";
}
export type PolicyDocument = Record<string, unknown> & {
  rules?: Record<string, RuleSetting>;
  exemptions?: Record<string, Exemption>;
  promises?: PromiseText[];
  guards?: GuardText[];
};

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function without(document: PolicyDocument, name: string): PolicyDocument {
  return Object.fromEntries(Object.entries(document).filter(([key]) => key !== name));
}

/** A constant; back at the house's own value it is not named any more. */
export function withConstant(
  document: PolicyDocument,
  field: string,
  value: unknown,
  ofTheHouse: unknown,
): PolicyDocument {
  return value === null || same(value, ofTheHouse)
    ? without(document, field)
    : { ...document, [field]: value };
}

function withEntry(
  document: PolicyDocument,
  part: "rules" | "exemptions",
  key: string,
  value: object,
): PolicyDocument {
  const rest = Object.fromEntries(Object.entries(document[part] ?? {}).filter(([name]) => name !== key));
  const next = Object.keys(value).length === 0 ? rest : { ...rest, [key]: value };
  return Object.keys(next).length === 0 ? without(document, part) : { ...document, [part]: next };
}

export function withRule(document: PolicyDocument, code: string, setting: RuleSetting): PolicyDocument {
  return withEntry(document, "rules", code, {
    ...(setting.mode === undefined || setting.mode === "AUTO" ? {} : { mode: setting.mode }),
    ...(setting.limitMinor === undefined ? {} : { limitMinor: setting.limitMinor }),
  });
}

export function withExemption(document: PolicyDocument, id: string, exemption: Exemption): PolicyDocument {
  return withEntry(document, "exemptions", id, {
    ...(exemption.on === false ? { on: false } : {}),
    ...(exemption.words === undefined ? {} : { words: exemption.words }),
  });
}

export function withList(
  document: PolicyDocument,
  part: "promises" | "guards",
  list: readonly PromiseText[] | readonly GuardText[],
): PolicyDocument {
  return list.length === 0 ? without(document, part) : { ...document, [part]: list };
}

/** 5000.00 as it is typed to fen, and back; null is nothing that is an amount. */
export function toFen(typed: string): number | null {
  const plain = typed.replaceAll(",", "").trim();
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

export function fromFen(fen: number): string {
  return (fen / 100).toFixed(2);
}

/** What is wrong at this place or anywhere below it. */
export function wrongAt<T extends { pointer: string }>(wrong: readonly T[], pointer: string): T[] {
  return wrong.filter((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
}
