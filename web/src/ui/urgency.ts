export type Urgency = "over" | "now" | "soon" | "calm";

const MINUTE = 60_000;

/** Half an hour is what one can still do something about; two hours is what one should plan. */
export function urgencyOf(deadline: string, now: number): Urgency {
  const left = Date.parse(deadline) - now;
  if (left <= 0) return "over";
  if (left <= 30 * MINUTE) return "now";
  if (left <= 120 * MINUTE) return "soon";
  return "calm";
}
