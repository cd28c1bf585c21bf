import { describe, expect, it } from "vitest";
import { readableFacts } from "./facts";

describe("the facts that a rule saw", () => {
  it("are rows that a person can check: named, with money and words, what decides first", () => {
    const rows = readableFacts(
      {
        order: { fulfil: "SIGNED", paidMinor: 12_800, lines: [{ exemptConfirmed: true }], coupon: null },
        request: { evidence: ["p1", "p2"] },
      },
      "en",
      "CNY",
    );
    expect(rows.map(({ name, value }) => [name, value])).toEqual([
      ["Evidence", "p1, p2"],
      ["Fulfilment", "Signed for"],
      ["Paid", "¥128.00"],
      ["Item 1: Exemption confirmed at purchase", "yes"],
    ]);
  });

  it("keep their path when nobody has named them", () => {
    expect(readableFacts({ order: { newThing: 3 } }, "zh", "CNY")).toEqual([
      { path: "order.newThing", name: "order.newThing", value: "3" },
    ]);
  });
});
