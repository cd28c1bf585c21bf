import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Live, type LiveFact } from "./live";

/** The other end of the line, as the test plays it. */
class Line {
  static all: Line[] = [];
  static get last(): Line {
    const line = Line.all.at(-1);
    if (line === undefined) throw new Error("nobody called");
    return line;
  }
  sent: unknown[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor() {
    Line.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  say(message: unknown) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

const fact = (id: string): LiveFact => ({
  id,
  type: "aftersales.case-changed",
  subject: "case:1",
  shop: "harbour-tea",
  at: "2026-11-21T08:00:00Z",
  data: {},
});

describe("the live line", () => {
  let live: Live;
  const heard: string[] = [];
  const resets = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers();
    Line.all = [];
    heard.length = 0;
    resets.mockClear();
    live = new Live({
      url: () => "ws://here",
      open: () => new Line() as unknown as WebSocket,
      random: () => 1,
    });
    live.onFact((one) => heard.push(one.id));
    live.onReset(resets);
    live.start();
    Line.last.onopen?.();
  });

  afterEach(() => {
    live.stop();
    vi.useRealTimers();
  });

  it("asks for everything since the last fact when it comes back", () => {
    Line.last.say({ ready: "10.1" });
    Line.last.say(fact("10.2"));
    Line.last.onclose?.();
    expect(live.connection()).toBe("offline");

    vi.advanceTimersByTime(500);
    Line.last.onopen?.();
    expect(Line.all).toHaveLength(2);
    expect(Line.last.sent).toEqual([{ since: "10.2" }]);

    Line.last.say(fact("10.3"));
    Line.last.say({ ready: "10.3" });
    expect(heard).toEqual(["10.2", "10.3"]);
    expect(live.connection()).toBe("live");
  });

  it("tells readers to fetch anew at the first ready and after a reset, not after an ordinary resume", () => {
    Line.last.say({ ready: "10.1" });
    expect(resets).toHaveBeenCalledTimes(1);

    Line.last.onclose?.();
    vi.advanceTimersByTime(500);
    Line.last.onopen?.();
    Line.last.say({ ready: "10.1" });
    expect(resets).toHaveBeenCalledTimes(1);

    Line.last.say({ reset: true });
    Line.last.say({ ready: "30.1" });
    expect(resets).toHaveBeenCalledTimes(2);
  });

  it("waits longer after each failure, and no longer than a quarter of a minute", () => {
    const waits: number[] = [];
    for (let failure = 0; failure < 8; failure++) {
      const calls = Line.all.length;
      Line.last.onclose?.();
      let waited = 0;
      while (Line.all.length === calls) {
        vi.advanceTimersByTime(500);
        waited += 500;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  });

  it("does not wait when the browser says that the network is back", () => {
    Line.last.say({ ready: "10.1" });
    window.dispatchEvent(new Event("offline"));
    expect(live.connection()).toBe("offline");
    expect(Line.last.closed).toBe(true);

    window.dispatchEvent(new Event("online"));
    expect(Line.all).toHaveLength(2);
  });

  it("calls again when nothing is heard for three quarters of a minute", () => {
    Line.last.say({ ready: "10.1" });
    vi.advanceTimersByTime(44_999);
    expect(live.connection()).toBe("live");
    const dead = Line.last;
    vi.advanceTimersByTime(1);
    expect(live.connection()).toBe("offline");
    expect(dead.closed).toBe(true);

    vi.advanceTimersByTime(500);
    expect(Line.all).toHaveLength(2);
  });

  it("takes a beat for a sign of life, and resumes from the event that it names", () => {
    Line.last.say({ ready: "10.1" });
    for (const id of ["10.1", "12.7", "12.7"]) {
      vi.advanceTimersByTime(40_000);
      Line.last.say({ beat: id });
    }
    expect(live.connection()).toBe("live");
    expect(heard).toEqual([]);

    Line.last.onclose?.();
    vi.advanceTimersByTime(500);
    Line.last.onopen?.();
    expect(Line.last.sent).toEqual([{ since: "12.7" }]);
  });

  it("gives up a call that nobody answers", () => {
    vi.advanceTimersByTime(45_000);
    expect(Line.last.closed).toBe(true);
    vi.advanceTimersByTime(500);
    expect(Line.all).toHaveLength(2);
    expect(Line.last.closed).toBe(false);
  });

  it("stays silent after it is stopped", () => {
    live.stop();
    vi.advanceTimersByTime(60_000);
    window.dispatchEvent(new Event("online"));
    expect(Line.all).toHaveLength(1);
    expect(live.connection()).toBe("idle");
  });
});
