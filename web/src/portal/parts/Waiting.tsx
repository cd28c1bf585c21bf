import { useMessages } from "../../i18n";
import { messages } from "./messages";

/** Where something will be in a moment, in about its size. */
export function Waiting({ heights }: { heights: number[] }) {
  const t = useMessages(messages);
  return (
    <div role="status" className="stack">
      <span className="hidden-text">{t.loading}</span>
      {heights.map((height, i) => (
        <div key={i} className="skeleton" style={{ height }} />
      ))}
    </div>
  );
}
