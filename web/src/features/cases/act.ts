/** What a person can do to a case: its name in `allowed`, and its key. Two may share a key if never both possible. */
export const ACTS = {
  approve: { action: "approve", key: "a" },
  refuse: { action: "refuse", key: "r" },
  ask: { action: "ask-evidence", key: "e" },
  offer: { action: "offer", key: "o" },
  extend: { action: "extend", key: "t" },
  resolve: { action: "resolve", key: "s" },
  receive: { action: "receive", key: "v" },
  pass: { action: "inspection-pass", key: "p" },
  mismatch: { action: "inspection-mismatch", key: "x" },
  refund: { action: "refund-approval", key: "a" },
  ruling: { action: "ruling", key: "d" },
  transfer: { action: "transfer", key: "h" },
  remedy: { action: "make-remedy", key: "y" },
  expert: { action: "call-expert", key: "x" },
  ship: { action: "replacement-shipment", key: "s" },
  gone: { action: "replacement-unavailable", key: "x" },
  repaired: { action: "repair", key: "s" },
  unrepairable: { action: "repair-failure", key: "x" },
  storeYes: { action: "store-confirmation", key: "p" },
  storeNo: { action: "store-denial", key: "x" },
  storeTake: { action: "store-receipt", key: "v" },
  handOver: { action: "hand-over", key: "h" },
  sendBack: { action: "reship", key: "b" },
} as const;

/** What somebody is about to do; the open dialog is part of the address. */
export type Act = keyof typeof ACTS;

export const acts = Object.keys(ACTS) as Act[];

export function readOpenDialog(search: Record<string, unknown>): { do?: Act } {
  const act = acts.find((one) => one === search.do);
  return act === undefined ? {} : { do: act };
}
