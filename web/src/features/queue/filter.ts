/** What the queue shows; it lives in the address, so that a view can be sent to a colleague. */
export interface QueueFilter {
  shop?: string;
  /** States with commas between, or "all"; the reader's own work when nothing is said. */
  state?: string;
  rule?: string;
  tier?: string;
  team?: string;
  mine?: boolean;
  q?: string;
  sort?: "newest";
}

const TEXTS = ["shop", "state", "rule", "tier", "team", "q"] as const;

export function readQueueFilter(search: Record<string, unknown>): QueueFilter {
  const filter: QueueFilter = {};
  for (const name of TEXTS) {
    const value = search[name];
    // The address parser makes a number of ?q=88012; order numbers are texts all the same.
    if (typeof value === "string" || typeof value === "number") filter[name] = String(value);
  }
  if (search.mine === true || search.mine === "true") filter.mine = true;
  if (search.sort === "newest") filter.sort = "newest";
  return filter;
}

/** The filter as the server wants it. */
export function queueQuery(filter: QueueFilter, home: string) {
  const state = filter.state ?? home;
  // Among all states only the newest can come first: what is finished has no deadline.
  if (state === "all") return { ...filter, state: undefined, sort: "newest" };
  return { ...filter, state, sort: filter.sort ?? "deadline" };
}

/** A saved view is a filter as text, the same for the same filter. */
export function filterText(filter: QueueFilter): string {
  const entries = Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]): [string, string] => [key, String(value)]);
  return new URLSearchParams(entries.sort(([a], [b]) => a.localeCompare(b))).toString();
}

export function filterOf(text: string): QueueFilter {
  return readQueueFilter(Object.fromEntries(new URLSearchParams(text)));
}

/** Two filters differ from the default in how many ways; the phone shows this number beside its button. */
export function filterCount(filter: QueueFilter): number {
  return Object.entries(filter).filter(
    ([key, value]) => value !== undefined && key !== "state" && key !== "sort",
  ).length;
}
