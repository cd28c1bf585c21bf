/** A text in pieces, with those that were looked for marked. */
export function pieces(text: string, marks: readonly { from: number; to: number }[]) {
  const found: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.from > at) found.push({ text: text.slice(at, mark.from), marked: false });
    found.push({ text: text.slice(mark.from, mark.to), marked: true });
    at = mark.to;
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false });
  return found;
}
