import type { InfiniteData } from "@tanstack/react-query";
import type { LiveFact } from "../../api/live";
import type { Page, QueueItem } from "../../api/views";

export type QueuePages = InfiniteData<Page<QueueItem>, string | null>;

interface Changed {
  no?: string;
  state?: string;
  version?: number;
  deadlineAt?: string | null;
  /** Whose it is now. */
  to?: string | null;
}

export function caseIdOf(fact: LiveFact): string | null {
  return fact.subject.startsWith("case:") ? fact.subject.slice("case:".length) : null;
}

/**
 * Puts a change into the row it concerns, where the row stands: nothing jumps under the reader's eyes.
 * The same pages when no row is concerned or the row is already as new.
 */
export function withChange(pages: QueuePages, fact: LiveFact): QueuePages {
  const id = caseIdOf(fact);
  const change = fact.data as Changed;
  const row = pages.pages.flatMap((page) => page.items).find((item) => item.id === id);
  if (row === undefined || (change.version !== undefined && change.version <= row.version)) return pages;
  const changed: QueueItem = {
    ...row,
    version: change.version ?? row.version,
    state: change.state ?? row.state,
    deadlineAt: change.deadlineAt === undefined ? row.deadlineAt : change.deadlineAt,
    agentId: change.to === undefined ? row.agentId : change.to,
    // The fact tells whose it is by id; the name comes with the next reading.
    agentName: change.to === undefined || change.to === row.agentId ? row.agentName : null,
  };
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === id ? changed : item)),
    })),
  };
}

export function isListed(pages: QueuePages, id: string): boolean {
  return pages.pages.some((page) => page.items.some((item) => item.id === id));
}

/** Whether a case that is not in the list would now come into it, as far as the fact alone can tell. */
export function wouldAppear(fact: LiveFact, filter: { state: string | undefined; shop?: string }): boolean {
  const state = (fact.data as Changed).state;
  if (filter.shop !== undefined && filter.shop !== "" && fact.shop !== filter.shop) return false;
  if (filter.state === undefined) return fact.type === "aftersales.case-submitted";
  return state !== undefined && filter.state.split(",").includes(state);
}
