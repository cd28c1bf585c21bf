import { expect, test } from "vitest";
import { diff } from "./diff";

test("what is the same stays, what is new and gone is told", () => {
  expect(diff("密封、避光。", "密封、避光，放冰箱。")).toEqual([
    { kind: "same", text: "密封、避光" },
    { kind: "added", text: "，放冰箱" },
    { kind: "same", text: "。" },
  ]);
  expect(diff("within 7 days", "within 30 days")).toEqual([
    { kind: "same", text: "within " },
    { kind: "removed", text: "7" },
    { kind: "added", text: "30" },
    { kind: "same", text: " days" },
  ]);
});

test("from nothing everything is new, and the same differs in nothing", () => {
  expect(diff("", "新")).toEqual([{ kind: "added", text: "新" }]);
  expect(diff("同", "同")).toEqual([{ kind: "same", text: "同" }]);
});
