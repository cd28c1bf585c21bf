import { useState } from "react";
import type { CaseView } from "../../api/views";

export interface Seen {
  /** The case as the reader last knew it; decisions are sent against this version. */
  known: CaseView;
  changed: boolean;
  /** What happened since, oldest first. */
  since: CaseView["timeline"];
  accept: () => void;
}

/**
 * What the reader has seen of a case while a dialog is open. When the case changes meanwhile, by a live fact or
 * found out by a refused write, the reader first looks at the change and then goes on; nothing is overwritten unseen.
 */
export function useSeen(item: CaseView): Seen {
  const [known, setKnown] = useState(item);
  const lastKnown = known.timeline.length;
  return {
    known,
    changed: item.version !== known.version,
    since: item.timeline.slice(lastKnown),
    accept: () => setKnown(item),
  };
}
