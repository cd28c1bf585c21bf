export const TABS = ["MINE", "TEAM", "WAITING", "OVERDUE", "OPEN", "CLOSED"] as const;
export type Tab = (typeof TABS)[number];

export interface TicketSearch {
  tab?: Tab;
  q?: string;
}

/** What the address says of the list; anything else in it is left out. */
export function readTicketSearch(search: Record<string, unknown>): TicketSearch {
  const tab = TABS.find((one) => one === search.tab);
  const q = search.q;
  return {
    ...(tab !== undefined && { tab }),
    ...((typeof q === "string" && q !== "") || typeof q === "number" ? { q: String(q) } : {}),
  };
}
