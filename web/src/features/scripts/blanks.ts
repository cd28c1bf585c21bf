const BLANK = /\{\{\s*([a-zA-Z][a-zA-Z0-9_]*)\s*\}\}/g;

/** What is typed stands in its blank; the others stay. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(BLANK, (blank, name: string) => {
    const value = (values[name] ?? "").trim();
    return value === "" ? blank : value;
  });
}

export interface Piece {
  text: string;
  blank: boolean;
}

/** The text in pieces, so that blanks can be shown as such. */
export function pieces(text: string, label: (name: string) => string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(BLANK)) {
    if (match.index > at) found.push({ text: text.slice(at, match.index), blank: false });
    found.push({ text: label(match[1] ?? ""), blank: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ text: text.slice(at), blank: false });
  return found;
}

export function names(text: string): string[] {
  return [...new Set([...text.matchAll(BLANK)].map((match) => match[1] ?? ""))];
}
