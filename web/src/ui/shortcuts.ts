import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Shortcut {
  /** One key ("j", "?", "Enter") or two in a row ("g q"). */
  keys: string;
  label: string;
  run: () => void;
}

const STORED_AS = "anxin-shortcuts";
const SECOND_KEY_WITHIN = 1200;

const layers = new Map<symbol, readonly Shortcut[]>();
const watchers = new Set<() => void>();
let listed: readonly Shortcut[] = [];
let pending: { key: string; at: number } | null = null;
let on = readSwitch();

function readSwitch(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== "off";
  } catch {
    return true;
  }
}

function changed() {
  listed = [...layers.values()].flat();
  for (const watcher of watchers) watcher();
}

function hear(event: KeyboardEvent) {
  if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target)) return;
  const first = pending !== null && event.timeStamp - pending.at < SECOND_KEY_WITHIN ? pending.key : null;
  pending = null;
  const found =
    (first === null ? undefined : find(`${first} ${event.key}`)) ??
    (nativeMeaning(event) ? undefined : find(event.key));
  if (found !== undefined) {
    event.preventDefault();
    found.run();
  } else if (listed.some((shortcut) => shortcut.keys.startsWith(`${event.key} `))) {
    pending = { key: event.key, at: event.timeStamp };
  }
}

/** The layer that came last wins: a page's "j" over the house's. */
function find(keys: string): Shortcut | undefined {
  return listed.findLast((shortcut) => shortcut.keys === keys);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox]") !==
      null ||
    target.closest("[role=dialog], [role=menu], [role=listbox]") !== null
  );
}

/** Enter on a link or a button already means something. */
function nativeMeaning(event: KeyboardEvent): boolean {
  return (
    event.key === "Enter" &&
    event.target instanceof HTMLElement &&
    event.target.closest("a, button, summary") !== null
  );
}

export function useShortcuts(shortcuts: readonly Shortcut[], active = true) {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  // Labels change with the language, and their list is what the help shows.
  const shape = shortcuts.map((shortcut) => `${shortcut.keys}\t${shortcut.label}`).join("\n");
  useEffect(() => {
    if (!active) return;
    const layer = Symbol("shortcuts");
    layers.set(
      layer,
      shape.split("\n").map((line, index) => {
        const [keys = "", label = ""] = line.split("\t");
        return { keys, label, run: () => latest.current[index]?.run() };
      }),
    );
    if (layers.size === 1) document.addEventListener("keydown", hear);
    changed();
    return () => {
      layers.delete(layer);
      if (layers.size === 0) document.removeEventListener("keydown", hear);
      changed();
    };
  }, [shape, active]);
}

function watch(listener: () => void) {
  watchers.add(listener);
  return () => watchers.delete(listener);
}

export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(watch, () => listed);
}

export function useShortcutSwitch(): [boolean, (next: boolean) => void] {
  return [useSyncExternalStore(watch, () => on), switchShortcuts];
}

/** Single keys can trip up speech input, so they can be turned off (WCAG 2.1.4). */
export function switchShortcuts(next: boolean) {
  on = next;
  try {
    localStorage.setItem(STORED_AS, next ? "on" : "off");
  } catch {
    // It holds for this tab at least.
  }
  changed();
}
