const ACTS = ["approve", "refuse", "ask", "resolve"] as const;

/** What an agent is about to do; the open dialog is part of the address. */
export type Act = (typeof ACTS)[number];

export function readOpenDialog(search: Record<string, unknown>): { do?: Act } {
  const act = ACTS.find((one) => one === search.do);
  return act === undefined ? {} : { do: act };
}
