import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Talk, Typed } from "../../api/talk";
import { useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { useShortcuts } from "../../ui/shortcuts";
import "./ConversationsPage.css";
import { Found } from "./Found";
import { without, type ConversationFilter } from "./filter";
import { ListColumn } from "./ListColumn";
import { messages } from "./messages";
import { SideColumn } from "./SideColumn";
import { ThreadColumn } from "./ThreadColumn";
import { useNotices } from "./useNotices";
import { useConversations, useLiveLists } from "./useConversations";

/**
 * List, thread and customer beside each other; on a phone one of them at a time. `more` stands beside the customer,
 * `check` under the answer that is typed, `top` above the thread.
 */
export function ConversationsPage({
  more,
  check,
  top,
}: {
  more?: (talk: Talk) => ReactNode;
  check?: (typed: Typed) => ReactNode;
  top?: (conversation: string) => ReactNode;
}) {
  const t = useMessages(messages);
  const filter = useSearch({ from: "/house/rooms/conversations" });
  const navigate = useNavigate();
  const list = useConversations(filter);
  useLiveLists();

  const change = (to: ConversationFilter) => void navigate({ to: "/conversations", search: to });
  const open = (id: string) => {
    change({ ...without(filter, "side"), id });
  };
  const move = (by: number) => {
    const ids = (list.items ?? []).map((one) => one.id);
    const at = filter.id === undefined ? -1 : ids.indexOf(filter.id);
    const next = ids[Math.max(0, at + by)];
    if (next !== undefined) open(next);
  };
  useShortcuts([
    { keys: "j", label: t.next, run: () => move(1) },
    { keys: "k", label: t.previous, run: () => move(-1) },
    { keys: "/", label: t.goSearch, run: () => document.getElementById("conversation-search")?.focus() },
  ]);

  useNotices(open);

  const shown = filter.id === undefined ? "list" : filter.side === true ? "side" : "thread";
  return (
    <div className="talk-page" data-shown={shown}>
      <h1 className="sr-only">{t.title}</h1>
      <section className="talk-list" aria-label={t.lists}>
        <ListColumn filter={filter} change={change} list={list} open={open} />
        {filter.q !== undefined && <Found q={filter.q} filter={filter} open={open} />}
      </section>
      {filter.id === undefined ? (
        <section className="talk-thread empty">
          <Nothing title={t.choose} hint={t.chooseHint} />
        </section>
      ) : (
        <>
          <ThreadColumn
            key={filter.id}
            id={filter.id}
            {...(check === undefined ? {} : { check })}
            back={() => {
              change(without(filter, "id", "side"));
            }}
            showSide={() => change({ ...filter, side: true })}
            top={top?.(filter.id)}
          />
          <SideColumn
            key={`side ${filter.id}`}
            id={filter.id}
            {...(more === undefined ? {} : { more })}
            open={open}
            back={() => {
              change(without(filter, "side"));
            }}
          />
        </>
      )}
    </div>
  );
}
