import { states, word } from "../../api/words";
import { formatNumber, useLanguage, useMessages } from "../../i18n";
import { DEFAULT_STATE, type QueueFilter } from "./filter";
import { messages } from "./messages";
import { useCounts } from "./useQueue";

/** What agents work on comes first, then what others do; an empty state only while it is chosen. */
const ORDER = [
  "IN_REVIEW",
  "WAIT_APPROVAL",
  "NEED_EVIDENCE",
  "HANDLING",
  "REFUND_FAILED",
  "REFUSED",
  "AWAITING_CHOICE",
  "WAIT_BUYER_RETURN",
  "WAIT_STORE_CONFIRM",
  "RETURN_IN_TRANSIT",
  "INSPECTING",
  "INSPECTION_DISPUTE",
  "REFUNDING",
  "REPLACEMENT_PREPARING",
  "REPLACEMENT_SHIPPED",
  "REPAIRING",
  "PLATFORM_DISPUTE",
  "COMPLETED",
  "CLOSED",
];

export function StateTabs({
  filter,
  onChange,
}: {
  filter: QueueFilter;
  onChange: (next: QueueFilter) => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const counts = useCounts();
  const chosen = filter.state ?? DEFAULT_STATE;
  const shown = ORDER.filter(
    (state) => state === chosen || state === DEFAULT_STATE || (counts.data?.byState[state] ?? 0) > 0,
  );
  return (
    <div className="state-tabs" role="group" aria-label={t.states}>
      {shown.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={state === chosen}
          onClick={() => onChange({ ...filter, state })}
        >
          {word(states, state, spoken)}
          <span className="nums">{formatNumber(counts.data?.byState[state] ?? 0, spoken)}</span>
        </button>
      ))}
      <button
        type="button"
        aria-pressed={chosen === "all"}
        onClick={() => onChange({ ...filter, state: "all" })}
      >
        {t.all}
      </button>
      {(counts.data?.overdue ?? 0) > 0 && (
        <span className="overdue nums">{t.overdue(counts.data?.overdue ?? 0)}</span>
      )}
    </div>
  );
}
