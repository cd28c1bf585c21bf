import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { QueueItem } from "../../api/views";
import { formatNumber, useLanguage, useMessages } from "../../i18n";
import { useHome } from "./home";
import { messages } from "./messages";
import { QueueRow } from "./QueueRow";

const WIDE = window.matchMedia("(width >= 900px)");

interface Props {
  items: readonly QueueItem[];
  active: string | null;
  setActive: (id: string) => void;
  state: string | undefined;
  more: boolean;
  loadingMore: boolean;
  loadMore: () => void;
}

/** Only the rows in sight exist, so that ten thousand cases scroll like fifty. */
export function QueueTable({ items, active, setActive, state, more, loadingMore, loadMore }: Props) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(frame.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => (WIDE.matches ? 57 : 148),
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => items[index]?.id ?? index,
  });

  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !loadingMore && last >= items.length - 15) loadMore();
  }, [more, loadingMore, last, items.length, loadMore]);

  const moved = useRef(false);
  useEffect(() => {
    // The first row is where one starts; only a step by key brings a row into sight.
    if (!moved.current) {
      moved.current = true;
      return;
    }
    const at = items.findIndex((item) => item.id === active);
    if (at >= 0) rows.scrollToIndex(at, { align: "auto" });
    // Rows that come and go must not scroll the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [active]);

  const home = useHome();
  const stays = state === "all" ? null : (state ?? home).split(",");
  return (
    <div className="queue-frame">
      <div className="queue-table" role="table" aria-label={t.title} aria-rowcount={more ? -1 : items.length}>
        <div role="rowgroup" className="queue-columns">
          <div role="row" className="queue-row">
            <span role="columnheader">{t.deadline}</span>
            <span role="columnheader">{t.caseNo}</span>
            <span role="columnheader">{t.what}</span>
            <span role="columnheader">{t.because}</span>
            <span role="columnheader">{t.customer}</span>
            <span role="columnheader" className="end">
              {t.amount}
            </span>
            <span role="columnheader">{t.state}</span>
            <span role="columnheader">{t.agent}</span>
          </div>
        </div>
        <div role="rowgroup" ref={frame} style={{ height: rows.getTotalSize(), position: "relative" }}>
          {visible.map((place) => {
            const item = items[place.index];
            return (
              item !== undefined && (
                <QueueRow
                  key={place.key}
                  ref={rows.measureElement}
                  index={place.index}
                  offset={place.start - top}
                  item={item}
                  active={item.id === active}
                  onFocus={() => setActive(item.id)}
                  left={stays !== null && !stays.includes(item.state)}
                />
              )
            );
          })}
        </div>
      </div>
      <p className="queue-end muted small" role="status">
        {loadingMore ? t.more : more ? "" : t.end(formatNumber(items.length, spoken))}
      </p>
    </div>
  );
}
