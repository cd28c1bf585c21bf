import { expect, test } from "vitest";
import { fromFen, toFen, withConstant, withExemption, withList, withRule, wrongAt } from "./document";

test("what is back at the house's own value is not named any more", () => {
  const longer = withConstant({}, "noReasonDays", 30, 7);
  expect(longer).toEqual({ noReasonDays: 30 });
  expect(withConstant(longer, "noReasonDays", 7, 7)).toEqual({});
  expect(withConstant(longer, "noReasonDays", null, 7)).toEqual({});
});

test("a rule as the table has it leaves nothing behind", () => {
  const limited = withRule({}, "NO_REASON_7D", { mode: "AUTO", limitMinor: 0 });
  expect(limited).toEqual({ rules: { NO_REASON_7D: { limitMinor: 0 } } });
  expect(withRule(limited, "NO_REASON_7D", { mode: "AUTO" })).toEqual({});
  expect(withRule(limited, "GOODWILL", { mode: "OFF" })).toEqual({
    rules: { NO_REASON_7D: { limitMinor: 0 }, GOODWILL: { mode: "OFF" } },
  });
});

test("an exemption that is used in the house's words leaves nothing behind", () => {
  const given = withExemption({}, "FRESH", { on: false });
  expect(given).toEqual({ exemptions: { FRESH: { on: false } } });
  expect(withExemption(given, "FRESH", { on: true })).toEqual({});
});

test("an empty list is none", () => {
  expect(withList({ promises: [{ id: "p", about: "ALL", days: 30 }] }, "promises", [])).toEqual({});
});

test("money is typed in yuan and kept in fen", () => {
  expect(toFen("5,000.5")).toBe(500_050);
  expect(toFen("0")).toBe(0);
  expect(toFen("12.345")).toBeNull();
  expect(toFen("many")).toBeNull();
  expect(fromFen(500_050)).toBe("5000.50");
});

test("what is wrong below a place is wrong at it", () => {
  const wrong = [{ pointer: "/guards/0/when" }, { pointer: "/noReasonDays" }];
  expect(wrongAt(wrong, "/guards/0")).toHaveLength(1);
  expect(wrongAt(wrong, "/guards/01")).toHaveLength(0);
});
