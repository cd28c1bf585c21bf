import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import { usePages } from "../../api/usePages";
import type { ConversationCounts, ConversationItem } from "../../api/views";
import { listQuery, type ConversationFilter } from "./filter";

const ABOUT_LISTS = ["conversation.message-written", "conversation.opened", "conversation.changed"];
const AGAIN_AFTER = 400;

export function useConversations(filter: ConversationFilter) {
  return usePages<ConversationItem>(["conversations", "list"], "/api/v1/conversations", listQuery(filter));
}

export function useConversationCounts() {
  return useQuery({
    queryKey: ["conversations", "counts"],
    queryFn: ({ signal }) => api.get<ConversationCounts>("/api/v1/conversations/counts", { signal }),
  });
}

/** Lists and counts are read again when something happened, soon and not for every word of a busy hour. */
export function useLiveLists() {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveFact((fact) => {
    if (!ABOUT_LISTS.includes(fact.type) || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: ["conversations"] });
    }, AGAIN_AFTER);
  });
}
