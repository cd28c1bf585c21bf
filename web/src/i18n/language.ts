import { useSyncExternalStore } from "react";

export type Language = "zh" | "en";

/** A text in both languages; a function where it has something to fill in. */
export type Phrase = string | ((...args: never[]) => string);
export type Messages = Record<string, { zh: Phrase; en: Phrase }>;
export type Spoken<M extends Messages> = {
  readonly [K in keyof M]: M[K]["zh"] extends string ? string : M[K]["zh"];
};

const STORED_AS = "anxin-language";
const listeners = new Set<() => void>();
let chosen: Language = firstLanguage();
tellTheDocument();

/** The address wins (a link signed by the shop says `?lang=en`), then the last choice, then the browser. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? stored();
  if (asked !== null) return asked.startsWith("en") ? "en" : "zh";
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null; // Storage may be forbidden; the browser's language will do.
  }
}

function tellTheDocument() {
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
}

export function language(): Language {
  return chosen;
}

export function setLanguage(next: Language) {
  chosen = next;
  try {
    localStorage.setItem(STORED_AS, next);
  } catch {
    // It holds for this tab at least.
  }
  tellTheDocument();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}

const spokenBefore = new WeakMap<Messages, Partial<Record<Language, unknown>>>();

/** The messages in one language; the same object every time, so that it can stand in dependencies. */
export function say<M extends Messages>(messages: M, inLanguage: Language = chosen): Spoken<M> {
  const known = spokenBefore.get(messages) ?? {};
  known[inLanguage] ??= Object.fromEntries(
    Object.entries(messages).map(([key, phrase]) => [key, phrase[inLanguage]]),
  );
  spokenBefore.set(messages, known);
  return known[inLanguage] as Spoken<M>;
}

export function useMessages<M extends Messages>(messages: M): Spoken<M> {
  return say(messages, useLanguage());
}
