import { expect, test } from "vitest";
import { only, readKnowledgeFilter } from "./filter";

test("reads what the address says and nothing else", () => {
  expect(readKnowledgeFilter({ list: "STALE", q: 12315, article: "a", odd: "x" })).toEqual({
    list: "STALE",
    q: "12315",
    article: "a",
  });
  expect(readKnowledgeFilter({ list: "NO_SUCH_LIST", language: "" })).toEqual({});
});

test("the whole list needs no word in the address", () => {
  expect(only({ list: "ALL", q: undefined })).toEqual({});
});
