import { useSyncExternalStore } from "react";
import { serverNow } from "../api/clock";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const tick = () => {
  for (const listener of listeners) listener();
};

/** One clock for the whole tab; it stands still while nobody looks or nobody asks. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  if (listeners.size === 1) {
    timer = setInterval(() => {
      if (document.visibilityState === "visible") tick();
    }, 1000);
    document.addEventListener("visibilitychange", tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    }
  };
}

/** Re-renders only when what is shown changes: a deadline in three days does so once an hour. */
export function useTicking<T extends string | number | boolean>(reading: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => reading(serverNow()));
}
