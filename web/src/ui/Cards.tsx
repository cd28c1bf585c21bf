import { Button } from "antd";
import type { ReactNode } from "react";
import type { usePages } from "../api/usePages";
import { useMessages, type Messages } from "../i18n";
import "./Cards.css";
import { Nothing } from "./Nothing";
import { ProblemNote } from "./ProblemNote";
import { SkeletonRows } from "./SkeletonRows";

const messages = {
  more: { zh: "加载更多", en: "Load more" },
} satisfies Messages;

/** A list whose cards take the focus one by one; narrow enough for a phone. */
export function Cards<T>({
  list,
  name,
  empty,
  cardKey,
  card,
}: {
  list: ReturnType<typeof usePages<T>>;
  name: string;
  empty: { title: string; hint: string };
  cardKey: (item: T) => string;
  card: (item: T) => ReactNode;
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
        <ul className="cards" aria-label={name}>
          {list.items.map((item) => (
            <li key={cardKey(item)} className="one-card" data-row tabIndex={-1}>
              {card(item)}
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

/** Moves the focus by so many cards. */
export function stepCards(within: HTMLElement | null, by: number) {
  const rows = [...(within?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}

/** What a key does, it does to the card that has the focus. */
export function pressInCard(action: string) {
  const row = document.activeElement?.closest("[data-row]");
  row?.querySelector<HTMLElement>(`[data-action="${action}"]:not(:disabled)`)?.click();
}
