import { describe, expect, it } from "vitest";
import type { Reason } from "../contract";
import { anOrder } from "../testing/cast";
import { fittingReasons } from "./fitting";

const reasons: Reason[] = [
  "NO_REASON",
  "QUALITY",
  "ROTTEN",
  "NOT_RECEIVED",
  "LATE_SHIPMENT",
  "PRICE_DROP",
].map((code) => ({ code, text: code, asksPhotos: false, photosNeeded: 0 }));
const [line] = anOrder().lines;
const codes = (fulfil: string, category: string) =>
  fittingReasons(reasons, anOrder({ fulfil, lines: line ? [{ ...line, category }] : [] })).map(
    ({ code }) => code,
  );

describe("the reasons that fit an order", () => {
  it("ask about spoiled goods only where something spoils", () => {
    expect(codes("SIGNED", "FRESH")).toContain("ROTTEN");
    expect(codes("SIGNED", "APPAREL")).not.toContain("ROTTEN");
  });

  it("ask nothing about goods that nobody has seen yet", () => {
    expect(codes("UNSHIPPED", "APPAREL")).toEqual(["LATE_SHIPMENT", "PRICE_DROP"]);
    expect(codes("SHIPPED", "FRESH")).toEqual(["NOT_RECEIVED", "LATE_SHIPMENT", "PRICE_DROP"]);
  });

  it("know that a parcel may be signed by somebody else, and a picked-up one not", () => {
    expect(codes("SIGNED", "APPAREL")).toContain("NOT_RECEIVED");
    expect(codes("PICKED_UP", "APPAREL")).toEqual(["NO_REASON", "QUALITY", "PRICE_DROP"]);
  });
});
