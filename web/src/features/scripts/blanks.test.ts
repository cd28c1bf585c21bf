import { describe, expect, it } from "vitest";
import { filled, names, pieces } from "./blanks";

describe("the blanks of a script", () => {
  it("are filled with what is typed, and stay where nothing is", () => {
    expect(filled("订单{{order}}{{ship_by}}前发出", { order: "HT-1", ship_by: "  " })).toBe(
      "订单HT-1{{ship_by}}前发出",
    );
  });

  it("are shown by their names", () => {
    expect(pieces("您好{{customer}}。", () => "客户")).toEqual([
      { text: "您好", blank: false },
      { text: "客户", blank: true },
      { text: "。", blank: false },
    ]);
  });

  it("are named once each, in their order", () => {
    expect(names("{{b}}{{a}}{{ b }}")).toEqual(["b", "a"]);
  });
});
