import { expect, test } from "vitest";
import { proposed } from "./proposed";

test("the better sentence takes the place of the vague one and leaves the others", () => {
  const text = "您好。我们会尽快处理。谢谢！";
  const from = text.indexOf("尽快");
  expect(proposed(text, { from, to: from + 2, code: "no-time", proposal: "我们会在{by}前处理。" })).toBe(
    "您好。我们会在{by}前处理。谢谢！",
  );
});

test("what is missing is added to the whole text", () => {
  expect(proposed("好", { from: 0, to: 1, code: "no-deadline", proposal: "好 最晚{by}。" })).toBe(
    "好 最晚{by}。",
  );
});

test("without a proposal nothing changes", () => {
  expect(proposed("好", { from: 0, to: 1, code: "too-long", proposal: null })).toBe("好");
});
