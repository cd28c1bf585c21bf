import { states, word } from "../../api/words";
import { useMay } from "../../api/session";
import { formatNumber, useLanguage, useMessages } from "../../i18n";
import type { QueueFilter } from "./filter";
import { useHome, WAREHOUSE } from "./home";
import { messages } from "./messages";
import { useCounts } from "./useQueue";
import { useWaitingCount, WAITING } from "./useWaiting";

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
  const home = useHome();
  const inWarehouse = useMay("WAREHOUSE_WORK");
  const mayWrite = useMay("CASE_MESSAGE");
  const chosen = filter.state ?? home;
  const choose = (state: string) => onChange({ ...filter, state: state === home ? undefined : state });
  const countOf = (states: string) =>
    states.split(",").reduce((sum, state) => sum + (counts.data?.byState[state] ?? 0), 0);
  const single = ORDER.filter((state) => state === chosen || state === home || countOf(state) > 0);
  const shown =
    home === WAREHOUSE
      ? [WAREHOUSE, ...single]
      : inWarehouse || chosen === WAREHOUSE
        ? [...single, WAREHOUSE]
        : single;
  return (
    <div className="state-tabs" role="group" aria-label={t.states}>
      {shown.map((state) => (
        <button key={state} type="button" aria-pressed={state === chosen} onClick={() => choose(state)}>
          {state === WAREHOUSE ? t.warehouse : word(states, state, spoken)}
          <span className="nums">{formatNumber(countOf(state), spoken)}</span>
        </button>
      ))}
      <button type="button" aria-pressed={chosen === "all"} onClick={() => choose("all")}>
        {t.all}
      </button>
      {mayWrite && <WaitingTab chosen={chosen === WAITING} choose={() => choose(WAITING)} />}
      {(counts.data?.overdue ?? 0) > 0 && (
        <span className="overdue nums">{t.overdue(counts.data?.overdue ?? 0)}</span>
      )}
    </div>
  );
}

function WaitingTab({ chosen, choose }: { chosen: boolean; choose: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { waiting, late } = useWaitingCount().data ?? { waiting: 0, late: 0 };
  return (
    <button
      type="button"
      aria-pressed={chosen}
      className={late > 0 ? "has-late" : undefined}
      title={t.waitingCount(waiting, late)}
      onClick={choose}
    >
      {t.waiting}
      <span className="nums">{formatNumber(waiting, spoken)}</span>
    </button>
  );
}
