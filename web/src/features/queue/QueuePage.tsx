import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { filterCount, type QueueFilter } from "./filter";
import { messages } from "./messages";
import { QueueFilters } from "./QueueFilters";
import "./QueuePage.css";
import { QueueTable } from "./QueueTable";
import { SavedViews } from "./SavedViews";
import { StateTabs } from "./StateTabs";
import { useQueue } from "./useQueue";
import { WAITING } from "./useWaiting";
import { WaitingList } from "./WaitingList";

export function QueuePage() {
  const t = useMessages(messages);
  const filter = useSearch({ from: "/house/rooms/desk" });
  const navigate = useNavigate();
  const change = (next: QueueFilter) => void navigate({ to: "/desk", search: next, replace: true });
  return (
    <div className="queue">
      <div className="queue-head">
        <h1>{t.title}</h1>
        <SavedViews filter={filter} onChange={change} />
      </div>
      <StateTabs filter={filter} onChange={change} />
      {filter.state === WAITING ? (
        <WaitingList shop={filter.shop} />
      ) : (
        <CaseList filter={filter} change={change} />
      )}
    </div>
  );
}

function CaseList({ filter, change }: { filter: QueueFilter; change: (next: QueueFilter) => void }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const { list, items, waiting, showNew } = useQueue(filter);
  const [active, setActive] = useActiveRow(items.map((item) => item.id));
  const search = useRef<HTMLInputElement>(null);

  const open = (act?: "approve" | "refuse" | "ask") => {
    if (active === null) return;
    void navigate({
      to: "/desk/cases/$id",
      params: { id: active },
      search: act === undefined ? {} : { do: act },
    });
  };
  const step = (by: 1 | -1) => {
    const at = items.findIndex((item) => item.id === active);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next !== undefined) setActive(next.id);
    if (by === 1 && at >= items.length - 5 && list.hasNextPage && !list.isFetchingNextPage)
      void list.fetchNextPage();
  };

  useShortcuts([
    { keys: "j", label: t.next, run: () => step(1) },
    { keys: "k", label: t.previous, run: () => step(-1) },
    { keys: "Enter", label: t.open, run: () => open() },
    { keys: "a", label: t.approve, run: () => open("approve") },
    { keys: "r", label: t.refuse, run: () => open("refuse") },
    { keys: "e", label: t.ask, run: () => open("ask") },
    { keys: "/", label: t.focusSearch, run: () => search.current?.focus() },
    { keys: "n", label: t.showNewKey, run: () => void showNew() },
  ]);

  const filtered = filterCount(filter) > 0 || (filter.state !== undefined && filter.state !== "all");
  return (
    <>
      <QueueFilters filter={filter} onChange={change} searchRef={search} />
      <div role="status">
        {waiting > 0 && (
          <button type="button" className="queue-fresh" onClick={() => void showNew()}>
            {t.fresh(waiting)} <kbd>n</kbd>
          </button>
        )}
      </div>
      {list.isError && (
        <div className="queue-problem">
          <ProblemNote error={list.error} retry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending ? (
        <SkeletonRows rows={12} height={30} />
      ) : items.length > 0 ? (
        <QueueTable
          items={items}
          active={active}
          setActive={setActive}
          state={filter.state}
          more={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          loadMore={() => void list.fetchNextPage()}
        />
      ) : (
        !list.isError && (
          <Nothing
            title={filtered ? t.emptyFilter : t.emptyReview}
            hint={filtered ? t.emptyFilterHint : t.emptyReviewHint}
          >
            {filtered && <Button onClick={() => change({ state: "all" })}>{t.clear}</Button>}
          </Nothing>
        )
      )}
    </>
  );
}

const LAST_ROW = "anxin-queue-row";

/** The row one was on is the row one comes back to, also from the case page. */
function useActiveRow(ids: readonly string[]) {
  const [active, setActive] = useState<string | null>(() => sessionStorage.getItem(LAST_ROW));
  useEffect(() => {
    if (active !== null) sessionStorage.setItem(LAST_ROW, active);
  }, [active]);
  const known = active !== null && ids.includes(active) ? active : (ids[0] ?? null);
  return [known, setActive] as const;
}
