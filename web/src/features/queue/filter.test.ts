import { describe, expect, it } from "vitest";
import { filterCount, filterOf, filterText, queueQuery, readQueueFilter } from "./filter";

describe("the queue's filter", () => {
  it("is read from the address and forgets what it does not know", () => {
    expect(
      readQueueFilter({ shop: "harbour-tea", mine: "true", q: 88012, hack: 1, sort: "sideways" }),
    ).toEqual({
      shop: "harbour-tea",
      mine: true,
      q: "88012",
    });
  });

  it("shows what waits for review, the most urgent first, unless asked otherwise", () => {
    expect(queueQuery({})).toEqual({ state: "IN_REVIEW", sort: "deadline" });
    expect(queueQuery({ state: "all" })).toEqual({ state: undefined, sort: "newest" });
  });

  it("counts what narrows it, not the state or the order", () => {
    expect(filterCount({ state: "all", sort: "newest", shop: "mulan", q: undefined })).toBe(1);
  });

  it("is saved as the same text however it came about, and comes back from it", () => {
    const one = filterText({ shop: "mulan", mine: true, tier: "L2" });
    expect(filterText({ tier: "L2", mine: true, shop: "mulan", q: "" })).toBe(one);
    expect(filterOf(one)).toEqual({ shop: "mulan", mine: true, tier: "L2" });
  });
});
