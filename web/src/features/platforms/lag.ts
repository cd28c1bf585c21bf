/** Whole minutes between what has been read and now; never less than none, whatever the clocks say. */
export function lagMinutes(readUpTo: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(readUpTo)) / 60_000));
}
