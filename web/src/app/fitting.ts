/** How many of things that are `widths` wide stand in `room`, where those left over need `more` room. */
export function fitting(widths: readonly number[], room: number, more: number) {
  const all = widths.reduce((sum, width) => sum + width, 0);
  if (all <= room) return widths.length;
  let used = more;
  const first = widths.findIndex((width) => (used += width) > room);
  return first === -1 ? widths.length : first;
}
