import { expect, test } from "vitest";
import { choices, grades, partyName, usualParty, departments } from "./words";

test("a department is called by its word, an outside party by its name", () => {
  expect(partyName("WAREHOUSE", null, "zh")).toBe("仓库");
  expect(partyName("outside:sf", "顺丰客服", "en")).toBe("顺丰客服");
  expect(partyName("outside:gone", null, "en")).toBe("outside:gone");
});

test("for every type somebody is asked first who is a department", () => {
  expect(Object.values(usualParty).every((one) => one in departments)).toBe(true);
});

test("choices are in the reader's language", () => {
  expect(choices(grades, "en").map((one) => one.label)).toEqual(["Simple", "Complex", "Major complaint"]);
});
