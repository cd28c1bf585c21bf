import { expect, test } from "vitest";
import { readTicketSearch } from "./search";

test("the address says which list is shown and what is looked for, a number too", () => {
  expect(readTicketSearch({ tab: "OVERDUE", q: 20261113 })).toEqual({ tab: "OVERDUE", q: "20261113" });
});

test("what is no list of ours is left out", () => {
  expect(readTicketSearch({ tab: "NOTHING", q: "", more: 1 })).toEqual({});
});
