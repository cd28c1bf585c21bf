import { describe, expect, it } from "vitest";
import { formatDateTime, formatDuration, formatMoney, minorDigits } from "./format";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("a time that is left", () => {
  it.each([
    [2 * 24 * HOUR + 3 * HOUR + 59 * MINUTE, "2天3小时", "2d 3h"],
    [3 * HOUR + 4 * MINUTE + 59_000, "3小时04分", "3h 04min"],
    [4 * MINUTE + 5_999, "4分05秒", "4min 05s"],
    [59_000, "59秒", "59s"],
    [999, "0秒", "0s"],
    [-1, "0秒", "0s"],
  ])("of %d ms shows its two largest units", (milliseconds, zh, en) => {
    expect(formatDuration(milliseconds, "zh")).toBe(zh);
    expect(formatDuration(milliseconds, "en")).toBe(en);
  });
});

describe("money", () => {
  it("is shown with the decimals of its currency", () => {
    expect(formatMoney(12_900, "CNY", "zh")).toBe("¥129.00");
    expect(formatMoney(1_290, "JPY", "en")).toBe("¥1,290");
    expect(minorDigits("CNY")).toBe(2);
    expect(minorDigits("JPY")).toBe(0);
  });
});

describe("a moment", () => {
  it("names the year only where it is not this one", () => {
    const now = new Date("2026-11-21T08:00:00Z");
    expect(formatDateTime("2026-11-20T08:00:00Z", "zh", now)).not.toContain("2026");
    expect(formatDateTime("2025-11-20T08:00:00Z", "zh", now)).toContain("2025");
  });
});
