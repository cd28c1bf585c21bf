import { useSyncExternalStore } from "react";

/** The portal's own small router: the address is the only state that says which screen is open. */
export const BASE = "/portal";

const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("popstate", tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("popstate", tell);
  };
}

const here = () => window.location.pathname + window.location.search;

/** Path and query of the open screen, without the base: "/orders/A-1/apply?x=1". */
export function useAddress(): string {
  return withoutBase(useSyncExternalStore(subscribe, here));
}

export function currentAddress(): string {
  return withoutBase(here());
}

export function hrefOf(address: string): string {
  return BASE + address;
}

export function go(address: string, how: "push" | "replace" = "push"): void {
  const href = hrefOf(address);
  if (how === "replace") window.history.replaceState(null, "", href);
  else window.history.pushState(null, "", href);
  tell();
  window.scrollTo(0, 0);
}

/**
 * Where to return to after entering. Only addresses of the portal itself: whatever a foreign link
 * puts there, nobody is sent out of the house.
 */
export function safeReturn(wanted: string | null): string | null {
  if (wanted === null || !/^\/(orders|cases)(\/|\?|$)/.test(wanted)) return null;
  return wanted.includes("\\") || wanted.includes("//") ? null : wanted;
}

type Parts<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & Parts<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Record<Name, string>
    : object;

/** Named parts of a path, or null: match("/orders/:no/apply", "/orders/A-1/apply") is {no: "A-1"}. */
export function match<Pattern extends string>(pattern: Pattern, address: string): Parts<Pattern> | null {
  const wanted = pattern.split("/");
  const given = address.replace(/\?.*$/, "").replace(/\/+$/, "").split("/");
  if (wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? "";
    if (!part.startsWith(":")) {
      if (part !== value) return null;
      continue;
    }
    const decoded = decode(value);
    if (decoded === null || decoded === "") return null;
    found[part.slice(1)] = decoded;
  }
  return found as Parts<Pattern>;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

export function queryOf(address: string): URLSearchParams {
  const mark = address.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : address.slice(mark + 1));
}

function withoutBase(address: string): string {
  return address.startsWith(BASE) ? address.slice(BASE.length) || "/" : address;
}
