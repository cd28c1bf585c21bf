import { expect, test } from "vitest";
import { plain } from "./Suggestions";

test("a customer reads no marks", () => {
  expect(plain("# 保存\n**密封**，见[说明](https://example.com/a)\n- `冷藏`")).toBe(
    "保存\n密封，见说明 https://example.com/a\n- 冷藏",
  );
});
