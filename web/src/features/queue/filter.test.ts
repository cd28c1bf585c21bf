import { describe, expect, it } from "vitest";
import { filterCount, filterOf, filterText, queueQuery, readQueueFilter } from "./filter";
import { homeOf } from "./home";

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

  it("shows the reader's own work, the most urgent first, unless asked otherwise", () => {
    expect(queueQuery({}, "IN_REVIEW")).toEqual({ state: "IN_REVIEW", sort: "deadline" });
    expect(queueQuery({ state: "all" }, "IN_REVIEW")).toEqual({ state: undefined, sort: "newest" });
  });

  it("opens with what the reader is there for", () => {
    expect(homeOf(["CASE_READ", "CASE_DECIDE", "WAREHOUSE_WORK"])).toBe("IN_REVIEW");
    expect(homeOf(["CASE_READ", "WAREHOUSE_WORK"])).toBe("RETURN_IN_TRANSIT,INSPECTING");
    expect(homeOf(["CASE_READ", "APPROVE_REFUND"])).toBe("WAIT_APPROVAL");
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
