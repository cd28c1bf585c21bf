import { expect, test } from "vitest";
import { moved, put } from "./arrange";

test("one moves by one place and stays at the ends", () => {
  expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
});

test("what is changed keeps its place, what is new stands last", () => {
  expect(put(["a", "b"], 0, "x")).toEqual(["x", "b"]);
  expect(put(["a", "b"], null, "x")).toEqual(["a", "b", "x"]);
});
