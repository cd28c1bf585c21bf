import { Button, Input } from "antd";
import { useState } from "react";
import type { ConversationItem } from "../../api/views";
import { useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { VIEWS, without, type ConversationFilter } from "./filter";
import { Line } from "./Line";
import { messages } from "./messages";
import { useConversationCounts, type useConversations } from "./useConversations";

export function ListColumn({
  filter,
  change,
  list,
  open,
}: {
  filter: ConversationFilter;
  change: (to: ConversationFilter) => void;
  list: ReturnType<typeof useConversations>;
  open: (id: string) => void;
}) {
  const t = useMessages(messages);
  const searching = filter.q !== undefined;
  return (
    <>
      <SearchBox key={filter.q ?? ""} filter={filter} change={change} />
      {!searching && (
        <>
          <Views filter={filter} change={change} />
          <ProblemNote error={list.error} retry={() => void list.refetch()} />
          <Lines items={list.items} chosen={filter.id} open={open} failed={list.isError} />
          {list.hasNextPage && (
            <Button
              type="text"
              block
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t.more}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function SearchBox({
  filter,
  change,
}: {
  filter: ConversationFilter;
  change: (to: ConversationFilter) => void;
}) {
  const t = useMessages(messages);
  const [text, setText] = useState(filter.q ?? "");
  const go = (q: string) => {
    const rest = without(filter, "q");
    change(q.trim() === "" ? rest : { ...rest, q: q.trim() });
  };
  return (
    <Input.Search
      id="conversation-search"
      className="talk-search"
      aria-label={t.searchLabel}
      placeholder={t.search}
      maxLength={100}
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={go}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur();
      }}
    />
  );
}

function Views({ filter, change }: { filter: ConversationFilter; change: (to: ConversationFilter) => void }) {
  const t = useMessages(messages);
  const counts = useConversationCounts().data;
  const view = filter.view ?? "open";
  return (
    <div className="talk-views" role="group" aria-label={t.lists}>
      {VIEWS.map((one) => {
        const count = one === "closed" ? undefined : counts?.[one];
        return (
          <button
            key={one}
            type="button"
            aria-pressed={one === view}
            onClick={() => {
              const rest = without(filter, "view", "id");
              change(one === "open" ? rest : { ...rest, view: one });
            }}
          >
            {t[one]} {count !== undefined && <span className="nums">{count}</span>}
          </button>
        );
      })}
    </div>
  );
}

function Lines({
  items,
  chosen,
  open,
  failed,
}: {
  items: ConversationItem[] | undefined;
  chosen: string | undefined;
  open: (id: string) => void;
  failed: boolean;
}) {
  const t = useMessages(messages);
  if (items === undefined) return failed ? null : <SkeletonRows rows={8} height={52} />;
  if (items.length === 0) return <Nothing title={t.none} hint={t.noneHint} />;
  return (
    <ul className="talk-lines">
      {items.map((item) => (
        <Line key={item.id} item={item} chosen={item.id === chosen} open={open} />
      ))}
    </ul>
  );
}
