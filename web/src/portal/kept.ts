import { useCallback, useEffect, useRef, useState } from "react";

/**
 * What the customer has typed and we have not yet got. It lives as long as the tab: it survives a reload, an
 * error, a lost connection and an ended session, and is gone from a borrowed phone when the tab is closed.
 */
const PREFIX = "anxin-portal:";

export function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Storage full or forbidden: it stays in memory for as long as the page does.
  }
}

export function kept(key: string): unknown {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept where nothing may be stored.
  }
}

/** On leaving: the next person at this phone must not find anything. */
export function forgetEverything(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}

/** State that is kept as it changes. `clear` forgets it and stops keeping. */
export function useKept<T>(
  key: string,
  initial: () => T,
): [T, (change: (before: T) => T) => void, clear: () => void] {
  const [value, setValue] = useState<T>(() => (kept(key) as T | null) ?? initial());
  const cleared = useRef(false);
  useEffect(() => {
    if (!cleared.current) keep(key, value);
  }, [key, value]);
  const clear = useCallback(() => {
    cleared.current = true;
    forget(key);
  }, [key]);
  return [value, setValue, clear];
}
