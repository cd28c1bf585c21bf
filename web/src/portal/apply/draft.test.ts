import { describe, expect, it } from "vitest";
import { anOrder } from "../testing/cast";
import {
  asksBadRatio,
  asksDamageLevel,
  chosenLines,
  exchangesOf,
  newCase,
  type Draft,
  type Written,
} from "./draft";

const empty: Draft = {
  caseId: "c",
  lines: {},
  reason: null,
  reasonText: "",
  type: null,
  damageLevel: null,
  badRatioPct: null,
  photos: [],
};
const [line] = anOrder().lines;
if (line === undefined) throw new Error("an order has a line");

describe("a request being written", () => {
  it("takes the only line whole, and of several only what was chosen", () => {
    expect(chosenLines(empty, anOrder({ lines: [{ ...line, qty: 3 }] }))).toEqual({ "1": 3 });
    const two = anOrder({ lines: [line, { ...line, id: "2" }] });
    expect(chosenLines(empty, two)).toEqual({});
    expect(chosenLines({ ...empty, lines: { "2": 1, "1": 0 } }, two)).toEqual({ "2": 1 });
  });

  it("leaves out what is refunded already or in another request", () => {
    const order = anOrder({
      lines: [
        { ...line, qty: 3, refundedQty: 2 },
        { ...line, id: "2", openCaseId: "c-9" },
      ],
    });
    expect(chosenLines({ ...empty, lines: { "1": 3, "2": 1 } }, order)).toEqual({ "1": 1 });
  });

  it("asks for the bad share of fresh goods and the damage of all others", () => {
    const damaged: Draft = { ...empty, reason: "LOGISTICS_DAMAGE" };
    const fresh = anOrder({ lines: [{ ...line, category: "FRESH" }] });
    expect(asksBadRatio(damaged, fresh)).toBe(true);
    expect(asksDamageLevel(damaged, fresh)).toBe(false);
    expect(asksBadRatio(damaged, anOrder())).toBe(false);
    expect(asksDamageLevel(damaged, anOrder())).toBe(true);
  });

  it("asks what one line shall become where there is something else, and sends what is still there", () => {
    const exchanges = [{ sku: "TEA-B", text: "碧螺春" }];
    const order = anOrder({ lines: [{ ...line, exchanges }] });
    const wish: Written = { ...empty, reason: "NO_REASON", type: "EXCHANGE", exchangeSku: "TEA-B" };
    expect(exchangesOf(wish, order)).toEqual(exchanges);
    expect(newCase(wish, order, [])).toMatchObject({ type: "EXCHANGE", exchangeSku: "TEA-B" });
    expect(newCase(wish, anOrder(), [])).not.toHaveProperty("exchangeSku");
    expect(exchangesOf({ ...wish, type: "REPAIR" }, order)).toEqual([]);
    const two = anOrder({
      lines: [
        { ...line, exchanges },
        { ...line, id: "2", exchanges },
      ],
    });
    expect(exchangesOf({ ...wish, lines: { "1": 1, "2": 1 } }, two)).toEqual([]);
  });

  it("sends only answers to questions that are on the screen", () => {
    const changedMind: Written = {
      ...empty,
      reason: "NO_REASON",
      damageLevel: "SEVERE",
      badRatioPct: 40,
      reasonText: "  ",
    };
    expect(newCase(changedMind, anOrder(), [])).toEqual({
      orderNumber: "HT-1",
      reason: "NO_REASON",
      lines: [{ lineId: "1", qty: 1 }],
    });
    expect(newCase({ ...changedMind, reason: "LOGISTICS_DAMAGE" }, anOrder(), ["p"])).toMatchObject({
      damageLevel: "SEVERE",
      evidence: ["p"],
    });
  });
});
