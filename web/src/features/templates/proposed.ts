interface Finding {
  from: number;
  to: number;
  code: string;
  proposal: string | null;
}

/** The text with the better sentence in the place of the one that was found; else with what is to be added. */
export function proposed(text: string, finding: Finding): string {
  if (finding.proposal === null) return text;
  if (finding.code !== "no-time")
    return text.slice(0, finding.from) + finding.proposal + text.slice(finding.to);
  // The proposal is a whole sentence: what stands before and behind the vague word in it tells where it is.
  for (let start = finding.from; start >= 0; start--) {
    const before = text.slice(start, finding.from);
    if (finding.proposal.startsWith(before.trimStart()) && isBreak(text[start - 1])) {
      const rest = endOf(text, finding, before.trimStart());
      if (rest !== null) return text.slice(0, start) + finding.proposal + text.slice(rest);
    }
  }
  return text;
}

const isBreak = (mark: string | undefined) => mark === undefined || /[。！？!?；;.\n\s]/.test(mark);

function endOf(text: string, finding: Finding, before: string): number | null {
  const proposal = finding.proposal ?? "";
  for (let end = text.length; end >= finding.to; end--) {
    const behind = text.slice(finding.to, end).trimEnd();
    if (proposal.endsWith(behind) && proposal.length > before.length + behind.length)
      return finding.to + behind.length;
  }
  return null;
}
