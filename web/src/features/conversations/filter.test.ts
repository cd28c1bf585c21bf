import { describe, expect, it } from "vitest";
import { listQuery, readConversationFilter } from "./filter";

describe("the address of the conversations", () => {
  it("keeps what it knows and drops what it does not", () => {
    expect(readConversationFilter({ view: "mine", id: "x", q: 1001, side: "true", other: 1 })).toEqual({
      view: "mine",
      id: "x",
      q: "1001",
      side: true,
    });
    expect(readConversationFilter({ view: "everything", q: "" })).toEqual({});
  });

  it("asks the server for one list", () => {
    expect(listQuery({})).toEqual({});
    expect(listQuery({ view: "mine", channel: "market" })).toEqual({ mine: true, channel: "market" });
    expect(listQuery({ view: "snoozed" })).toEqual({ state: "SNOOZED" });
  });
});
