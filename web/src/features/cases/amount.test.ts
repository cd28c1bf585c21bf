import { describe, expect, it } from "vitest";
import { parseAmount, writeAmount } from "./amount";

describe("an amount as typed", () => {
  it.each([
    ["128", "CNY", 12_800],
    ["128.5", "CNY", 12_850],
    ["1,280.05", "CNY", 128_005],
    ["１２８．５", "CNY", 12_850],
    ["0.29", "CNY", 29],
    ["1290", "JPY", 1_290],
  ])("%s %s is %d", (typed, currency, minor) => {
    expect(parseAmount(typed, currency)).toBe(minor);
  });

  it.each([
    ["", "CNY"],
    ["12.345", "CNY"],
    ["-5", "CNY"],
    ["1e3", "CNY"],
    ["12.5", "JPY"],
  ])("%s %s is none", (typed, currency) => {
    expect(parseAmount(typed, currency)).toBeNull();
  });

  it("is written back as it would be typed", () => {
    expect(writeAmount(12_805, "CNY")).toBe("128.05");
    expect(writeAmount(1_290, "JPY")).toBe("1290");
  });
});
