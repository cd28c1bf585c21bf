import { describe, expect, it } from "vitest";
import { match, safeReturn } from "./address";

describe("the portal's addresses", () => {
  it("names the parts of a path and decodes them", () => {
    expect(match("/orders/:no/apply", "/orders/HT%20001/apply?x=1")).toEqual({ no: "HT 001" });
    expect(match("/orders", "/orders/")).toEqual({});
    expect(match("/orders/:no/apply", "/orders/HT-1")).toBeNull();
    expect(match("/cases/:id", "/cases/%E0%A4%A")).toBeNull();
  });

  it("returns only into the portal, wherever a foreign link points", () => {
    expect(safeReturn("/orders/HT-1/apply")).toBe("/orders/HT-1/apply");
    expect(safeReturn("/cases?after=x")).toBe("/cases?after=x");
    expect(safeReturn("//evil.example/orders")).toBeNull();
    expect(safeReturn("/orders//evil.example")).toBeNull();
    expect(safeReturn("/orders\\evil")).toBeNull();
    expect(safeReturn("https://evil.example")).toBeNull();
    expect(safeReturn("/enter")).toBeNull();
    expect(safeReturn(null)).toBeNull();
  });
});
