import { describe, expect, it } from "vitest";
import { dueText, etaText, exactTime, relativeTime } from "./times";

// In the reader's own zone, whichever it is: Saturday the 21st, three in the afternoon.
const now = new Date(2026, 10, 21, 15, 0).getTime();
const at = (day: number, hour: number, minute: number, month = 10) =>
  new Date(2026, month, day, hour, minute).toISOString();

describe("times as a customer reads them", () => {
  it("says the exact local time as shortly as it can", () => {
    expect(exactTime(at(21, 18, 30), now, "zh")).toBe("今天 18:30");
    expect(exactTime(at(22, 9, 5), now, "en")).toBe("tomorrow 09:05");
    expect(exactTime(at(20, 23, 59), now, "zh")).toBe("昨天 23:59");
    expect(exactTime(at(24, 8, 0), now, "zh")).toBe("11月24日周二 08:00");
    expect(exactTime(at(24, 8, 0), now, "en")).toBe("Tue 24 Nov 08:00");
  });

  it("names the year only when it is another one", () => {
    expect(exactTime(new Date(2027, 0, 5, 8, 0).toISOString(), now, "zh")).toContain("2027");
    expect(exactTime(at(5, 8, 0, 9), now, "zh")).not.toContain("2026");
  });

  it("says how far away it is, in both languages", () => {
    expect(relativeTime(at(21, 15, 20), now, "zh")).toBe("20分钟后");
    expect(relativeTime(at(21, 15, 20), now, "en")).toBe("in 20 minutes");
    expect(relativeTime(at(21, 14, 59), now, "en")).toBe("1 minute ago");
    expect(relativeTime(new Date(now + 20_000).toISOString(), now, "zh")).toBe("马上");
    expect(relativeTime(new Date(now - 20_000).toISOString(), now, "en")).toBe("just now");
  });

  it("calls nearly two hours of our own time two hours", () => {
    expect(etaText(at(21, 16, 55), now, "zh")).toBe("预计 今天 16:55 前（2小时后）");
    expect(etaText(at(21, 16, 55), now, "en")).toBe("Expected by today 16:55 (in 2 hours)");
  });

  it("never promises the customer more time than there is", () => {
    expect(dueText(at(21, 16, 55), now, "zh")).toBe("请在 今天 16:55 前完成（1小时后截止）");
    expect(dueText(at(24, 14, 0), now, "en")).toBe("Please do this by Tue 24 Nov 14:00 (it ends in 2 days)");
  });

  it("admits it when a promised time has passed", () => {
    expect(etaText(at(21, 14, 0), now, "zh")).toBe("原定 今天 14:00 前，已超时，我们正在加急处理");
    expect(etaText(at(21, 14, 0), now, "en")).toBe(
      "Was expected by today 14:00; it is late and we are hurrying",
    );
    expect(dueText(at(21, 14, 0), now, "zh")).toBe("截止时间 今天 14:00 已过");
  });
});
