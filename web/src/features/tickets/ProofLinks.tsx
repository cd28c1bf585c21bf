import type { TicketProof } from "../../api/views";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

/** What shows what is wrong, each to be opened beside the work. */
export function ProofLinks({ of }: { of: readonly TicketProof[] }) {
  const t = useMessages(messages);
  return of.map(
    (one, index) =>
      one.url !== null && (
        <a key={one.url} href={one.url} target="_blank" rel="noreferrer">
          {one.name ?? t.proof(index + 1)}
        </a>
      ),
  );
}
