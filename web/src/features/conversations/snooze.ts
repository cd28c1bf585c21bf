const HOUR = 3600_000;

/** When a conversation may come back; the morning is the reader's own. */
export function snoozeTimes(now: Date) {
  const tomorrow = new Date(now);
  tomorrow.setDate(now.getDate() + 1);
  tomorrow.setHours(9, 0, 0, 0);
  return [
    { key: "inAnHour", at: new Date(now.getTime() + HOUR) },
    { key: "inFourHours", at: new Date(now.getTime() + 4 * HOUR) },
    { key: "tomorrow", at: tomorrow },
    { key: "nextWeek", at: new Date(now.getTime() + 7 * 24 * HOUR) },
  ] as const;
}
