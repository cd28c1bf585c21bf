import { newId } from "../api/id";
import { useCallback, useEffect, useRef, useState } from "react";

const PREFIX = "anxin-draft:";
const KEPT_FOR = 14 * 24 * 3600_000;

interface Kept {
  text: string;
  at: number;
}

export function readDraft(key: string): string {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? "" : (JSON.parse(kept) as Kept).text;
  } catch {
    return "";
  }
}

export function keepDraft(key: string, text: string, now: number = Date.now()) {
  try {
    if (text === "") localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify({ text, at: now } satisfies Kept));
  } catch {
    // Storage full or forbidden: the text is still in the field, it only does not survive a reload.
  }
}

/** Drafts may name customers, so they do not outlive their use: two weeks, or a deliberate sign-out. */
export function forgetDrafts(olderThan: number = Number.POSITIVE_INFINITY) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Kept>;
      if ((kept.at ?? 0) < olderThan) localStorage.removeItem(key);
    }
  } catch {
    // Nothing to forget where nothing can be kept.
  }
}

export function forgetOldDrafts(now: number = Date.now()) {
  forgetDrafts(now - KEPT_FOR);
}

export type Draft = ReturnType<typeof useDraft>;

/** A text that survives reloads and errors under its key; `done` forgets it once it has arrived. */
export function useDraft(key: string) {
  const [state, setState] = useState(() => ({ key, text: readDraft(key) }));
  const current = state.key === key ? state : { key, text: readDraft(key) };
  if (current !== state) setState(current);

  const write = useCallback(
    (text: string) => {
      keepDraft(key, text);
      setState({ key, text });
    },
    [key],
  );
  const done = useCallback(() => write(""), [write]);
  return { text: current.text, write, done };
}

/** The same id for the same unsent thing, also after a reload: sending it twice does it once. */
export function useStableId(key: string) {
  const [id, setId] = useState(() => storedId(key));
  const lastKey = useRef(key);
  useEffect(() => {
    if (lastKey.current === key) return;
    lastKey.current = key;
    setId(storedId(key));
  }, [key]);
  const next = useCallback(() => {
    keepDraft(`${key}:id`, "");
    setId(storedId(key));
  }, [key]);
  return { id, next };
}

function storedId(key: string): string {
  const before = readDraft(`${key}:id`);
  if (before !== "") return before;
  const fresh = newId();
  keepDraft(`${key}:id`, fresh);
  return fresh;
}
