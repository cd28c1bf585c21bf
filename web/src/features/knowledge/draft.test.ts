import { expect, test } from "vitest";
import { bodyOf, draftOf, EMPTY, linesOf } from "./draft";
import type { ArticleView } from "../../api/views";

test("phrasings are lines, without the empty ones", () => {
  expect(linesOf(" 怎么退货 \n\n能退吗\n")).toEqual(["怎么退货", "能退吗"]);
});

test("what is typed goes out as it came in", () => {
  const day = new Date("2026-12-01T00:00:00").toISOString();
  const version = {
    question: "怎么退货",
    phrasings: ["能退吗"],
    answer: "可以",
    audience: "STAFF",
    products: ["HT01-1"],
    validFrom: day,
    validUntil: null,
  };
  const view = {
    item: { language: "zh" },
    freshDays: 30,
    open: null,
    live: version,
  } as unknown as ArticleView;
  const draft = draftOf(view);
  expect(draft.validFrom).toBe("2026-12-01");
  expect(bodyOf(draft, view.live)).toEqual({ ...version, language: "zh", freshDays: 30 });
});

test("a new article is for customers and is confirmed after half a year", () => {
  expect(bodyOf({ ...EMPTY, question: " q ", answer: "a" }, null)).toMatchObject({
    question: "q",
    audience: "CUSTOMER",
    freshDays: 180,
    validFrom: null,
  });
});
