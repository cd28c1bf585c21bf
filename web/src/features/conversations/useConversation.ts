import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../api/client";
import { live } from "../../api/live";
import { useSession } from "../../api/session";
import { useLiveFact } from "../../api/useLive";
import type { ConversationView, Present, ThreadView } from "../../api/views";
import { gapAfter, joined } from "./thread";

const HEARTBEAT = 20_000;
const ABOUT_PRESENCE = ["conversation.viewed", "conversation.left"];

const path = (id: string) => `/api/v1/conversations/${id}`;
export const conversationKey = (id: string) => ["conversation", id] as const;
const threadKey = (id: string) => ["thread", id] as const;
const presenceKey = (id: string) => ["presence", id] as const;

/** One conversation and its thread, kept as they are now; after a broken line what was missed comes first. */
export function useConversation(id: string) {
  const queries = useQueryClient();
  const view = useQuery({
    queryKey: conversationKey(id),
    queryFn: ({ signal }) => api.get<ConversationView>(path(id), { signal }),
  });
  const thread = useQuery({
    queryKey: threadKey(id),
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<ThreadView>(threadKey(id));
      const newest = await api.get<ThreadView>(`${path(id)}/messages`, { signal });
      let whole = before;
      for (let from = gapAfter(whole, newest); from !== null; from = gapAfter(whole, newest)) {
        const missed = await api.get<ThreadView>(`${path(id)}/messages`, {
          query: { after: from, size: 200 },
          signal,
        });
        whole = joined(whole, missed);
      }
      return joined(whole, newest);
    },
  });

  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: conversationKey(id) });
    void queries.invalidateQueries({ queryKey: threadKey(id) });
  };
  useLiveFact((fact) => {
    if (fact.subject !== `conversation:${id}`) return;
    if (ABOUT_PRESENCE.includes(fact.type)) {
      const one = fact.data as unknown as Present;
      queries.setQueryData<Present[]>(presenceKey(id), (now = []) =>
        fact.type === "conversation.left"
          ? now.filter((other) => other.id !== one.id)
          : [...now.filter((other) => other.id !== one.id), one],
      );
      return;
    }
    readAgain();
  });
  useEffect(() => live.onReset(readAgain));

  const earlier = useMutation({
    mutationFn: (before: number) =>
      api.get<ThreadView>(`${path(id)}/messages`, { query: { before, size: 50 } }),
    onSuccess: (more) =>
      queries.setQueryData<ThreadView>(threadKey(id), (now) =>
        now === undefined ? more : joined(now, more),
      ),
  });
  return { view, thread, earlier };
}

/** What one has seen counts as read, here and on the other screen. */
export function useSeen(id: string, lastSeq: number | undefined) {
  const queries = useQueryClient();
  useEffect(() => {
    if (lastSeq === undefined || document.visibilityState !== "visible") return;
    api
      .put(`${path(id)}/seen`, { seq: lastSeq })
      .then(() => queries.invalidateQueries({ queryKey: ["conversations"] }))
      .catch(() => undefined); // It is told again with the next message.
  }, [id, lastSeq, queries]);
}

/** Tells that one is here, and knows who else is. */
export function usePresence(id: string, writing: boolean): Present[] {
  const me = useSession().id;
  const present = useQuery({
    queryKey: [...presenceKey(id)],
    queryFn: () => api.put<Present[]>(`${path(id)}/presence`, { writing }),
    refetchInterval: HEARTBEAT,
    staleTime: 0,
  });
  const { refetch } = present;
  useEffect(() => void refetch(), [writing, refetch]);
  useEffect(() => () => void api.delete(`${path(id)}/presence`).catch(() => undefined), [id]);
  return (present.data ?? []).filter((one) => one.id !== me);
}

export interface Act {
  what: "assignment" | "state" | "tags" | "bot";
  body?: unknown;
}

export function useAct(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ what, body }: Act) => api.put<ConversationView>(`${path(id)}/${what}`, body),
    onSuccess: async (view) => {
      queries.setQueryData(conversationKey(id), view);
      await queries.invalidateQueries({ queryKey: threadKey(id) });
      await queries.invalidateQueries({ queryKey: ["conversations"] });
    },
  });
}

export function useSay(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      message,
      ...words
    }: {
      message: string;
      text: string;
      note: boolean;
      attachments: string[];
    }) => api.put<ConversationView>(`${path(id)}/messages/${message}`, words),
    // It has arrived: whoever wrote it goes on while the lists are read again.
    onSuccess: (view) => {
      queries.setQueryData(conversationKey(id), view);
      void queries.invalidateQueries({ queryKey: threadKey(id) });
      void queries.invalidateQueries({ queryKey: ["conversations"] });
    },
  });
}
