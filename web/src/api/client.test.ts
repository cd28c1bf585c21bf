import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../i18n";
import { address, api, signedOut } from "./client";
import { asProblem, problemText, ProblemError } from "./problems";

function answers(status: number, body: unknown, headers: Record<string, string> = {}) {
  return vi
    .spyOn(globalThis, "fetch")
    .mockImplementation(() =>
      Promise.resolve(new Response(body === null ? null : JSON.stringify(body), { status, headers })),
    );
}

const trouble = (wish: Promise<unknown>): Promise<ProblemError> =>
  wish.then(
    () => {
      throw new Error("it was granted");
    },
    (error: unknown) => error as ProblemError,
  );

function headersOf(spy: ReturnType<typeof answers>): Headers {
  return new Headers(spy.mock.calls[0]?.[1]?.headers);
}

describe("a request", () => {
  beforeEach(() => {
    document.cookie = "anxin-csrf=t%2Fok";
    setLanguage("en");
  });
  afterEach(() => {
    document.cookie = "anxin-csrf=; max-age=0";
  });

  it("carries the token and the version it has seen when it changes something", async () => {
    const sent = answers(200, { ok: true });
    await api.put("/api/v1/cases/1/approval", { note: "" }, { ifMatch: 3 });
    expect(headersOf(sent).get("X-CSRF")).toBe("t/ok");
    expect(headersOf(sent).get("If-Match")).toBe('"3"');
    expect(headersOf(sent).get("Accept-Language")).toBe("en");
  });

  it("carries no token when it only reads", async () => {
    const sent = answers(200, {});
    setLanguage("zh");
    await api.get("/api/v1/session");
    expect(headersOf(sent).get("X-CSRF")).toBeNull();
    expect(headersOf(sent).get("Accept-Language")).toBe("zh-CN");
  });

  it("leaves out what was not asked for", () => {
    expect(address("/api/v1/cases", { shop: "harbour-tea", q: "", tier: null, mine: true })).toBe(
      "/api/v1/cases?shop=harbour-tea&mine=true",
    );
  });

  it("turns a refusal into a problem with its code, fields, trace and extras", async () => {
    answers(
      409,
      {
        type: "urn:anxin:problem:version-conflict",
        title: "Somebody was faster",
        status: 409,
        traceId: "abc",
        fields: [{ pointer: "/note", expected: "shorter" }, { broken: true }],
        current: 4,
      },
      { "Retry-After": "2" },
    );
    const problem = await trouble(api.put("/api/v1/cases/1/approval", {}));
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).toMatchObject({
      type: "version-conflict",
      title: "Somebody was faster",
      status: 409,
      traceId: "abc",
      retryAfterSeconds: 2,
      fields: [{ pointer: "/note", expected: "shorter" }],
      extras: { current: 4 },
    });
  });

  it("makes a problem of an answer that is not ours, keeping the trace id", async () => {
    answers(502, null, { "Trace-Id": "t-9" });
    const problem = await trouble(api.get("/api/v1/cases"));
    expect(problem).toMatchObject({ type: "http-502", status: 502, traceId: "t-9" });
    expect(problem.title).toContain("502");
  });

  it("says in the reader's language that nobody answered", async () => {
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("failed to fetch"));
    setLanguage("zh");
    const problem = await trouble(api.get("/api/v1/cases"));
    expect(problem.type).toBe("unreachable");
    expect(problem.title).toContain("无法连接");
  });

  it("tells the house that the session has ended, but not while signing in", async () => {
    const ended = vi.fn();
    signedOut.addEventListener("signed-out", ended);
    answers(401, { type: "urn:anxin:problem:sign-in-first", title: "Please sign in first" });
    await trouble(api.post("/api/v1/session", {}));
    expect(ended).not.toHaveBeenCalled();
    await trouble(api.get("/api/v1/cases"));
    expect(ended).toHaveBeenCalledOnce();
    signedOut.removeEventListener("signed-out", ended);
  });

  it("answers nothing with nothing", async () => {
    vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(null, { status: 204 }));
    await expect(api.delete("/api/v1/session")).resolves.toBeUndefined();
  });
});

describe("the text of a problem", () => {
  it("is null without one and an apology for what nobody foresaw", () => {
    setLanguage("en");
    expect(problemText(null)).toBeNull();
    expect(problemText(new Error("x is undefined"))).toContain("This page broke");
    expect(asProblem("boom").extras.cause).toBe("boom");
  });
});
