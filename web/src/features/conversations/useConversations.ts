import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useReadAgain } from "../../api/useLive";
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

export function useLiveLists() {
  useReadAgain(["conversations"], (fact) => ABOUT_LISTS.includes(fact.type), AGAIN_AFTER);
}
