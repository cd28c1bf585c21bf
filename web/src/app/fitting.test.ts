import { expect, test } from "vitest";
import { fitting } from "./fitting";

test("all stand in a line that is wide enough, without room for more", () => {
  expect(fitting([50, 50, 50], 150, 70)).toBe(3);
});

test("a narrower line keeps room for the way to the rest", () => {
  expect(fitting([50, 50, 50], 149, 70)).toBe(1);
  expect(fitting([50, 50, 50], 60, 70)).toBe(0);
});

test("nothing fits nowhere", () => {
  expect(fitting([], 0, 70)).toBe(0);
});
