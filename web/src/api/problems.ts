import { language } from "../i18n";

/** One wrong field of a request: a JSON pointer, and what is expected there. */
export interface ProblemField {
  pointer: string;
  expected: string;
}

/** Anything that went wrong with a request, in the shape of RFC 9457. `type` is the bare code. */
export class ProblemError extends Error {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly fields: readonly ProblemField[];
  readonly traceId: string | null;
  readonly retryAfterSeconds: number | null;
  /** Members beyond the standard ones, such as `current` of a version conflict. */
  readonly extras: Readonly<Record<string, unknown>>;

  constructor(problem: {
    type: string;
    title: string;
    status: number;
    fields?: readonly ProblemField[];
    traceId?: string | null;
    retryAfterSeconds?: number | null;
    extras?: Record<string, unknown>;
  }) {
    super(problem.title);
    this.name = "ProblemError";
    this.type = problem.type;
    this.title = problem.title;
    this.status = problem.status;
    this.fields = problem.fields ?? [];
    this.traceId = problem.traceId ?? null;
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null;
    this.extras = problem.extras ?? {};
  }
}

const PREFIX = "urn:anxin:problem:";
const STANDARD = ["type", "title", "status", "detail", "instance", "fields", "traceId"];

export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  const told = isRecord(body) ? body : {};
  const type = typeof told.type === "string" ? told.type : "";
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new ProblemError({
    type: type.startsWith(PREFIX) ? type.slice(PREFIX.length) : `http-${response.status}`,
    title: typeof told.title === "string" ? told.title : unexpected(response.status),
    status: response.status,
    fields: Array.isArray(told.fields) ? told.fields.filter(isField) : [],
    traceId: typeof told.traceId === "string" ? told.traceId : response.headers.get("Trace-Id"),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
    extras: Object.fromEntries(Object.entries(told).filter(([key]) => !STANDARD.includes(key))),
  });
}

/** The request never got an answer: whether it was done is not known, so the same id must be sent again. */
export function unreachable(): ProblemError {
  return new ProblemError({
    type: "unreachable",
    title:
      language() === "zh"
        ? "无法连接服务器。您填写的内容仍在，请检查网络后重试"
        : "The server cannot be reached. What you typed is still here; check the network and try again",
    status: 0,
  });
}

/** The one line that people read, whatever was thrown; null when nothing was. */
export function problemText(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  return asProblem(error).title;
}

export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({
    type: "unexpected",
    title: language() === "zh" ? "页面出错了，请刷新后再试" : "This page broke; reload it and try again",
    status: 0,
    extras: { cause: String(error) },
  });
}

function unexpected(status: number): string {
  return language() === "zh"
    ? `服务器的回答无法理解（${status}），请稍后重试`
    : `The server gave an answer we do not understand (${status}); try again`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isField(value: unknown): value is ProblemField {
  return isRecord(value) && typeof value.pointer === "string" && typeof value.expected === "string";
}
