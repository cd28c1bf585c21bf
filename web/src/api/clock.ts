let ahead = 0;

/** Deadlines are the server's; a desk whose clock is wrong by minutes would count down to the wrong moment. */
export function hearServerTime(date: string | null, now: number = Date.now()) {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  // The header has whole seconds and travelled a while: small differences say nothing.
  const difference = told + 500 - now;
  ahead = Math.abs(difference) < 3000 ? 0 : difference;
}

export function serverNow(): number {
  return Date.now() + ahead;
}
