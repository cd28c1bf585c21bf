import { expect, it } from "vitest";
import { pieces } from "./marks";

it("cuts a text at its marks and loses nothing", () => {
  const cut = pieces("我要退款，破损", [
    { from: 2, to: 4 },
    { from: 5, to: 7 },
  ]);
  expect(cut.map((piece) => piece.text).join("")).toBe("我要退款，破损");
  expect(cut.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(["退款", "破损"]);
  expect(pieces("无", [])).toEqual([{ text: "无", marked: false }]);
});
