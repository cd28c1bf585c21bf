import { act, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { hearServerTime, serverNow } from "../api/clock";
import { setLanguage } from "../i18n";
import { Countdown } from "./Countdown";
import { urgencyOf } from "./urgency";

const NOON = Date.parse("2026-11-21T12:00:00Z");
const MINUTE = 60_000;
const after = (milliseconds: number) => new Date(NOON + milliseconds).toISOString();

describe("a deadline", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOON });
    setLanguage("en");
  });

  it("counts down, turns red and then counts what it is over", () => {
    render(<Countdown to={after(31 * MINUTE)} />);
    const shown = screen.getByText("31min 00s");
    expect(shown).toHaveClass("soon");

    act(() => void vi.advanceTimersByTime(MINUTE));
    expect(shown).toHaveTextContent("30min 00s");
    expect(shown).toHaveClass("now");

    act(() => void vi.advanceTimersByTime(30 * MINUTE));
    expect(shown).toHaveTextContent("0s over");
    expect(shown).toHaveClass("over");
  });

  it("is told in words when there is none", () => {
    render(<Countdown to={null} />);
    expect(screen.getByText("No deadline")).toBeInTheDocument();
  });

  it("is the server's: a desk whose clock is wrong by ten minutes still sees the right time", () => {
    hearServerTime(new Date(NOON + 10 * MINUTE).toUTCString());
    render(<Countdown to={after(15 * MINUTE)} />);
    expect(screen.getByText("4min 59s")).toBeInTheDocument();
    hearServerTime(new Date(NOON).toUTCString());
    expect(serverNow()).toBe(NOON);
  });
});

describe("urgency", () => {
  it.each([
    [120 * MINUTE + 1, "calm"],
    [120 * MINUTE, "soon"],
    [30 * MINUTE + 1, "soon"],
    [30 * MINUTE, "now"],
    [1, "now"],
    [0, "over"],
  ])("%d ms before the deadline is %s", (left, urgency) => {
    expect(urgencyOf(after(left), NOON)).toBe(urgency);
  });
});
