import { describe, expect, it } from "vitest";
import { journalQuery, readJournalFilter } from "./filter";

describe("the journal's filter", () => {
  it("turns the reader's days into a half-open interval that holds the whole last day", () => {
    const { from, to } = journalQuery({ from: "2026-11-20", to: "2026-11-20" });
    expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(24 * 3600_000);
  });

  it("leaves out what is not a day", () => {
    expect(journalQuery({ q: "case:1", from: "someday" })).toEqual({
      q: "case:1",
      from: undefined,
      to: undefined,
    });
  });

  it("is read from the address", () => {
    expect(readJournalFilter({ q: 17, type: "", hack: "x" })).toEqual({ q: "17" });
  });
});
