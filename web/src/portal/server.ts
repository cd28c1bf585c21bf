import { useSyncExternalStore } from "react";
import { api, upload, type RequestOptions } from "../api/client";
import { ProblemError } from "../api/problems";

/**
 * The portal's calls, watched for one thing more: whether the server can be reached at all. The browser's own
 * "online" only knows about the radio.
 */
let reachable = navigator.onLine;
let asking: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();
const ASK_AGAIN_MS = 4_000;

function become(now: boolean) {
  clearTimeout(asking);
  if (!now && navigator.onLine) asking = setTimeout(() => void askWhetherBack(), ASK_AGAIN_MS);
  if (reachable === now) return;
  reachable = now;
  for (const watcher of [...watchers]) watcher();
}

async function askWhetherBack() {
  await watched(api.get("/api/v1/portal/session")).catch(() => undefined);
}

window.addEventListener("offline", () => become(false));
window.addEventListener("online", () => void askWhetherBack());

export function useReachable(): boolean {
  return useSyncExternalStore(watchReach, () => reachable);
}

export function watchReach(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export function isReachable(): boolean {
  return reachable;
}

async function watched<T>(answer: Promise<T>): Promise<T> {
  try {
    const value = await answer;
    become(true);
    return value;
  } catch (error) {
    if (error instanceof ProblemError) become(error.type !== "unreachable");
    throw error;
  }
}

export const server = {
  get: <T>(path: string, options?: RequestOptions) => watched(api.get<T>(path, options)),
  put: <T>(path: string, body?: unknown, options?: RequestOptions) =>
    watched(api.put<T>(path, body, options)),
  post: <T>(path: string, body?: unknown) => watched(api.post<T>(path, body)),
  delete: (path: string) => watched(api.delete(path)),
  upload: <T>(path: string, body: FormData, onProgress: (share: number) => void) =>
    watched(upload<T>("PUT", path, body, onProgress)),
};
