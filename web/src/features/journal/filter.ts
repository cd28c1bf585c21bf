export interface JournalFilter {
  q?: string;
  type?: string;
  shop?: string;
  actor?: string;
  /** Local days, both included. */
  from?: string;
  to?: string;
}

const NAMES = ["q", "type", "shop", "actor", "from", "to"] as const;

export function readJournalFilter(search: Record<string, unknown>): JournalFilter {
  const filter: JournalFilter = {};
  for (const name of NAMES) {
    const value = search[name];
    if ((typeof value === "string" && value !== "") || typeof value === "number")
      filter[name] = String(value);
  }
  return filter;
}

/** Days of the reader's calendar become a half-open interval of instants. */
export function journalQuery({ from, to, ...rest }: JournalFilter) {
  return { ...rest, from: startOf(from, 0), to: startOf(to, 1) };
}

function startOf(day: string | undefined, plusDays: number): string | undefined {
  if (day === undefined) return undefined;
  const at = new Date(`${day}T00:00:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  at.setDate(at.getDate() + plusDays);
  return at.toISOString();
}
