export const PARTS = [
  "rules",
  "constants",
  "exemptions",
  "promises",
  "guards",
  "compare",
  "history",
] as const;
export type Part = (typeof PARTS)[number];

export interface PolicySearch {
  shop: string;
  part: Part;
}

/** Which shop and which page of the editor an address names. */
export function readPolicySearch(search: Record<string, unknown>): PolicySearch {
  return {
    shop: typeof search.shop === "string" ? search.shop : "",
    part: PARTS.find((one) => one === search.part) ?? "rules",
  };
}
