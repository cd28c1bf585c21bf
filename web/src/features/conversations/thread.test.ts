import { describe, expect, it } from "vitest";
import type { Said, ThreadView } from "../../api/views";
import { gapAfter, joined } from "./thread";

const piece = (from: number, to: number, text = ""): ThreadView => ({
  items: Array.from({ length: to - from + 1 }, (_, n) => ({ seq: from + n, text }) as Said),
  earlier: from > 1,
  lastSeq: to,
});
const seqs = (thread: ThreadView) => thread.items.map((one) => one.seq);

describe("a thread put together from pieces", () => {
  it("is in order without a double, the newer reading in place of the older", () => {
    const thread = joined(piece(3, 6), piece(5, 8, "again"));
    expect(seqs(thread)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(thread.items[2]?.text).toBe("again");
    expect(thread.earlier).toBe(true);
    expect(seqs(joined(thread, piece(1, 2)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(joined(thread, piece(1, 2)).earlier).toBe(false);
  });

  it("knows where it must go on after a long absence", () => {
    expect(gapAfter(piece(1, 6), piece(60, 110))).toBe(6);
    expect(gapAfter(piece(1, 6), piece(7, 20))).toBeNull();
    expect(gapAfter(undefined, piece(60, 110))).toBeNull();
  });
});
