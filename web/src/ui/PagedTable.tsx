import { Button } from "antd";
import type { ReactNode } from "react";
import { useMessages, type Messages } from "../i18n";
import { Panel } from "./Panel";
import { ProblemNote } from "./ProblemNote";
import { SkeletonRows } from "./SkeletonRows";
import { Table, type Column } from "./Table";

const messages = { more: { zh: "加载更多", en: "Load more" } } satisfies Messages;

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** What the list hook answers; undefined items are still on their way. */
  list: {
    items: readonly Row[] | undefined;
    error: unknown;
    refetch: () => unknown;
    hasNextPage?: boolean;
    isFetchingNextPage?: boolean;
    fetchNextPage?: () => unknown;
  };
  empty: ReactNode;
}

/** A list as the administration shows it: skeleton, problem, emptiness that teaches, rows, more rows. */
export function PagedTable<Row>({ label, columns, rowKey, list, empty }: Props<Row>) {
  const t = useMessages(messages);
  return (
    <div className="stack">
      <ProblemNote error={list.error} retry={() => list.refetch()} />
      {list.items === undefined ? (
        (list.error === null || list.error === undefined) && (
          <Panel flush>
            <SkeletonRows />
          </Panel>
        )
      ) : (
        <Panel flush>
          {list.items.length === 0 ? (
            empty
          ) : (
            <Table label={label} columns={columns} rows={list.items} rowKey={rowKey} />
          )}
        </Panel>
      )}
      {list.hasNextPage === true && (
        <Button loading={list.isFetchingNextPage ?? false} onClick={() => list.fetchNextPage?.()}>
          {t.more}
        </Button>
      )}
    </div>
  );
}
