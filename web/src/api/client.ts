import { language } from "../i18n";
import { hearServerTime } from "./clock";
import { problemOf, ProblemError, unreachable } from "./problems";

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  query?: Query;
  /** The version the caller has seen; goes out as `If-Match`. */
  ifMatch?: number;
  signal?: AbortSignal;
}

/** Sent when a request of a signed-in reader is answered with 401: the session has ended. */
export const signedOut = new EventTarget();

export const api = {
  get: <T>(path: string, options?: RequestOptions) => request<T>("GET", path, undefined, options),
  put: <T>(path: string, body?: unknown, options?: RequestOptions) => request<T>("PUT", path, body, options),
  post: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    request<T>("POST", path, body, options),
  patch: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    request<T>("PATCH", path, body, options),
  delete: <T = void>(path: string, options?: RequestOptions) =>
    request<T>("DELETE", path, undefined, options),
};

async function request<T>(method: string, path: string, body?: unknown, options: RequestOptions = {}) {
  const headers = new Headers({ Accept: "application/json", ...commonHeaders(method) });
  if (options.ifMatch !== undefined) headers.set("If-Match", `"${options.ifMatch}"`);
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set("Content-Type", "application/json");

  const response = await fetch(address(path, options.query), {
    method,
    headers,
    credentials: "same-origin",
    body: body === undefined ? null : isForm ? body : JSON.stringify(body),
    signal: options.signal ?? null,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw unreachable();
  });

  hearServerTime(response.headers.get("Date"));
  if (!response.ok) throw told(await problemOf(response), path);
  if (response.status === 204 || response.headers.get("Content-Length") === "0") return undefined as T;
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** A large file with its progress (0…1), which fetch cannot tell. */
export function upload<T>(
  method: "PUT" | "POST",
  path: string,
  body: FormData | Blob,
  onProgress?: (share: number) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const http = new XMLHttpRequest();
    http.open(method, path);
    for (const [name, value] of Object.entries(commonHeaders(method))) http.setRequestHeader(name, value);
    http.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    http.onerror = () => reject(unreachable());
    http.onload = () => {
      if (http.status >= 200 && http.status < 300) {
        resolve((http.responseText === "" ? undefined : JSON.parse(http.responseText)) as T);
        return;
      }
      const retryAfter = http.getResponseHeader("Retry-After");
      const response = new Response(http.responseText, {
        status: http.status,
        headers: retryAfter === null ? {} : { "Retry-After": retryAfter },
      });
      void problemOf(response).then((problem) => reject(told(problem, path)));
    };
    http.send(body);
  });
}

export function address(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string | number | boolean] =>
      entry[1] !== undefined && entry[1] !== null && entry[1] !== "",
  );
  if (entries.length === 0) return path;
  return `${path}?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString()}`;
}

function commonHeaders(method: string): Record<string, string> {
  const csrf = method === "GET" ? null : cookie("anxin-csrf");
  return {
    "Accept-Language": language() === "zh" ? "zh-CN" : "en",
    ...(csrf === null ? {} : { "X-CSRF": csrf }),
  };
}

function cookie(name: string): string | null {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1));
}

function told(problem: ProblemError, path: string): ProblemError {
  if (problem.status === 401 && !path.endsWith("/session")) signedOut.dispatchEvent(new Event("signed-out"));
  return problem;
}
