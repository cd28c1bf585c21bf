import { expect, test } from "vitest";
import { lagMinutes } from "./lag";

const now = new Date("2026-11-13T02:00:00Z");

test("a reading is behind by whole minutes", () => {
  expect(lagMinutes("2026-11-13T01:59:01Z", now)).toBe(0);
  expect(lagMinutes("2026-11-13T01:58:00Z", now)).toBe(2);
});

test("a clock that runs ahead does not make it early", () => {
  expect(lagMinutes("2026-11-13T02:03:00Z", now)).toBe(0);
});
