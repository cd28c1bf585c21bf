import { Button } from "antd";
import type { ReactNode } from "react";
import type { usePages } from "../../api/usePages";
import { useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { messages } from "./messages";

/** A list whose rows take the focus one by one; narrow enough for a phone. */
export function Rows<T>({
  list,
  name,
  empty,
  rowKey,
  row,
}: {
  list: ReturnType<typeof usePages<T>>;
  name: string;
  empty: { title: string; hint: string };
  rowKey: (item: T) => string;
  row: (item: T) => ReactNode;
}) {
  const t = useMessages(messages);
  return (
    <div className="stack">
      <ProblemNote error={list.error} retry={() => void list.refetch()} />
      {list.items === undefined ? (
        list.error === null && <SkeletonRows />
      ) : list.items.length === 0 ? (
        <Nothing {...empty} />
      ) : (
        <ul className="refund-list" aria-label={name}>
          {list.items.map((item) => (
            <li key={rowKey(item)} className="refund-row" data-row tabIndex={-1}>
              {row(item)}
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </div>
  );
}
