import { vi } from "vitest";

export interface Call {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
}

type Answer = (call: Call) => unknown;

/** No network: the request fails as it does in a tunnel. */
export const lostConnection: Answer = () => {
  throw new TypeError("Failed to fetch");
};

export class Refusal {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly headers: Record<string, string> = {},
  ) {}
}

/**
 * The edge of the house: what the server would answer, by "METHOD path". A list of answers is given one after
 * the other, and its last one for ever.
 */
export function fakeServer(answers: Record<string, Answer | Answer[]>) {
  const calls: Call[] = [];
  const given = new Map<string, number>();
  vi.stubGlobal(
    "fetch",
    vi.fn((input: string, init: RequestInit = {}) => {
      const method = init.method ?? "GET";
      const path = input.replace(/\?.*$/, "");
      const call = {
        method,
        path,
        body: typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : null,
        headers: new Headers(init.headers),
      };
      calls.push(call);
      const key = Object.keys(answers).find((pattern) => matches(pattern, `${method} ${path}`));
      if (key === undefined) return Promise.reject(new Error(`nobody answers ${method} ${path}`));
      const all = [answers[key]].flat();
      const turn = given.get(key) ?? 0;
      given.set(key, turn + 1);
      return new Promise<Response>((resolve) =>
        resolve(responseOf(all[Math.min(turn, all.length - 1)]?.(call))),
      );
    }),
  );
  return { calls, of: (method: string) => calls.filter((call) => call.method === method) };
}

function matches(pattern: string, asked: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`).test(asked);
}

function responseOf(answer: unknown): Response {
  if (!(answer instanceof Refusal)) return Response.json(answer);
  const { status, type, title, headers } = answer;
  return Response.json(
    { type: `urn:anxin:problem:${type}`, title, status, traceId: "7f3a" },
    { status, headers },
  );
}
