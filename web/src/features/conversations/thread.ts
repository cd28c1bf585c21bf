import type { Said, ThreadView } from "../../api/views";

/** The messages one has, by number, oldest first; what is asked again replaces what was there. */
export function joined(before: ThreadView | undefined, more: ThreadView): ThreadView {
  if (before === undefined) return more;
  const bySeq = new Map<number, Said>(before.items.map((one) => [one.seq, one]));
  for (const one of more.items) bySeq.set(one.seq, one);
  const items = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  return {
    items,
    earlier: (items[0]?.seq ?? 1) > 1,
    lastSeq: Math.max(before.lastSeq, more.lastSeq),
  };
}

/** Where the newest piece begins behind what one has: the number to go on from, or null. */
export function gapAfter(before: ThreadView | undefined, newest: ThreadView): number | null {
  const last = before?.items.at(-1)?.seq;
  const first = newest.items[0]?.seq;
  return last !== undefined && first !== undefined && first > last + 1 ? last : null;
}
