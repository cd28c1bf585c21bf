export interface Piece {
  kind: "same" | "added" | "removed";
  text: string;
}

/** What became of a text, word by word: the longest that both have in common stays. */
export function diff(before: string, after: string): Piece[] {
  const a = words(before);
  const b = words(after);
  const common = lengths(a, b);
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(pieces, "same", a[i++] ?? "");
      j++;
    } else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      add(pieces, "removed", a[i++] ?? "");
    } else {
      add(pieces, "added", b[j++] ?? "");
    }
  }
  return pieces;
}

/** Characters of what is written without spaces, words of the rest; blanks and signs by themselves. */
function words(text: string): string[] {
  return text.match(/[A-Za-z0-9À-ɏ]+|\s+|[^A-Za-z0-9À-ɏ\s]/gu) ?? [];
}

function lengths(a: string[], b: string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i];
    if (row === undefined) continue;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] =
        a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: number[][], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function add(pieces: Piece[], kind: Piece["kind"], text: string) {
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
}
