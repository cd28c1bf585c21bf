/** The same list with the one at `at` moved by one place; unchanged where there is no such place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one === undefined || at + by < 0 || at + by > next.length) return [...list];
  next.splice(at + by, 0, one);
  return next;
}

/** With `item` in the place of `at`, or behind all others when there is none. */
export function put<T>(list: readonly T[], at: number | null, item: T): T[] {
  return at === null ? [...list, item] : list.map((one, index) => (index === at ? item : one));
}
