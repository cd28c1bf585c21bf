import { useCallback, useEffect, useSyncExternalStore } from "react";
import { asProblem, type ProblemError } from "../api/problems";
import type { Page } from "./contract";
import { useLanguage } from "../i18n";
import { server } from "./server";

/**
 * What has been read from the server, by its path: shown at once when one comes back to a screen, read anew
 * behind it, and read anew when the server says that something happened.
 */
export interface Reading<T> {
  readonly data: T | null;
  readonly error: ProblemError | null;
  readonly loading: boolean;
}

const NOTHING: Reading<never> = { data: null, error: null, loading: true };

interface Entry {
  reading: Reading<unknown>;
  read: () => Promise<unknown>;
  watchers: Set<() => void>;
  round: number;
}

const entries = new Map<string, Entry>();

function entryOf(key: string): Entry {
  let entry = entries.get(key);
  if (entry === undefined) {
    entry = { reading: NOTHING, read: () => Promise.resolve(null), watchers: new Set(), round: 0 };
    entries.set(key, entry);
  }
  return entry;
}

function show(entry: Entry, reading: Reading<unknown>) {
  entry.reading = reading;
  for (const watcher of [...entry.watchers]) watcher();
}

async function load(key: string): Promise<void> {
  const entry = entryOf(key);
  const round = ++entry.round;
  if (!entry.reading.loading) show(entry, { ...entry.reading, loading: true });
  try {
    const data = await entry.read();
    // Only the latest question counts: an older answer may arrive after a newer one.
    if (round === entry.round) show(entry, { data, error: null, loading: false });
  } catch (error) {
    if (round === entry.round) {
      show(entry, { data: entry.reading.data, error: asProblem(error), loading: false });
    }
  }
}

/** Put what an answer to a change already told us, without asking again. */
export function learn(key: string, data: unknown): void {
  const entry = entryOf(key);
  entry.round++;
  show(entry, { data, error: null, loading: false });
}

/** Read anew whatever is on screen and whose path is meant; what is not on screen is forgotten. */
export function readAnew(meant: (path: string) => boolean = () => true): void {
  for (const [key, entry] of [...entries]) {
    if (!meant(key)) continue;
    if (entry.watchers.size > 0) void load(key);
    else entries.delete(key);
  }
}

export function forgetReadings(): void {
  for (const [key, entry] of [...entries]) {
    entry.round++;
    if (entry.watchers.size === 0) entries.delete(key);
    else show(entry, NOTHING);
  }
}

function useReading<T>(key: string, read: () => Promise<T>): Reading<T> & { again: () => void } {
  const language = useLanguage();
  const watch = useCallback(
    (watcher: () => void) => {
      const entry = entryOf(key);
      entry.watchers.add(watcher);
      return () => void entry.watchers.delete(watcher);
    },
    [key],
  );
  const reading = useSyncExternalStore(watch, () => entryOf(key).reading) as Reading<T>;
  useEffect(() => {
    entryOf(key).read = read;
    void load(key);
    // The texts come in the reader's language, so another language is another reading.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, language]);
  return { ...reading, again: () => void load(key) };
}

export function useRead<T>(path: string) {
  return useReading<T>(path, () => server.get<T>(path));
}

/** A list that grows: reading it anew reads as many rows as had been shown. */
export function usePages<T>(path: string) {
  const reading = useReading<Page<T>>(path, async () => {
    const wanted = (entryOf(path).reading.data as Page<T> | null)?.items.length ?? 0;
    let page = await server.get<Page<T>>(path);
    while (page.next && page.items.length < wanted) page = await withNext(path, page);
    return page;
  });
  const more = async () => {
    if (reading.data === null) return;
    const before = reading.data;
    learn(path, await withNext(path, before));
  };
  return { ...reading, more };
}

async function withNext<T>(path: string, page: Page<T>): Promise<Page<T>> {
  const next = await server.get<Page<T>>(path, { query: { after: page.next } });
  return { items: [...page.items, ...next.items], next: next.next };
}
