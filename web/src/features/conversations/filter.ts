/** Which conversations are shown, and which one is open; it lives in the address. */
export interface ConversationFilter {
  view?: View;
  channel?: string;
  team?: string;
  q?: string;
  /** The open conversation. */
  id?: string;
  /** On a phone: the customer beside the thread. */
  side?: boolean;
}

export const VIEWS = ["mine", "unassigned", "waiting", "open", "bot", "snoozed", "closed"] as const;
export type View = (typeof VIEWS)[number];

export function readConversationFilter(search: Record<string, unknown>): ConversationFilter {
  const filter: ConversationFilter = {};
  for (const name of ["channel", "team", "q", "id"] as const) {
    const value = search[name];
    // The address parser makes a number of ?q=1001.
    if ((typeof value === "string" && value !== "") || typeof value === "number")
      filter[name] = String(value);
  }
  const view = VIEWS.find((one) => one === search.view);
  if (view !== undefined) filter.view = view;
  if (search.side === true || search.side === "true") filter.side = true;
  return filter;
}

/** As the server wants it. */
export function listQuery({ view = "open", channel, team }: ConversationFilter) {
  const narrowed = { channel, team };
  switch (view) {
    case "mine":
      return { ...narrowed, mine: true };
    case "unassigned":
      return { ...narrowed, unassigned: true };
    case "waiting":
      return { ...narrowed, waiting: true };
    case "bot":
      return { ...narrowed, bot: true };
    case "snoozed":
      return { ...narrowed, state: "SNOOZED" };
    case "closed":
      return { ...narrowed, state: "CLOSED" };
    case "open":
      return narrowed;
  }
}

/** The same without these. */
export function without(
  filter: ConversationFilter,
  ...names: readonly (keyof ConversationFilter)[]
): ConversationFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !names.some((one) => one === name)));
}
