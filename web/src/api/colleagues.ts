import { useQuery } from "@tanstack/react-query";
import { api } from "./client";
import type { ConversationColleagues } from "./views";

/** Who answers customers of a shop, and its teams. */
export function useColleagues(shop: string) {
  return useQuery({
    queryKey: ["conversation-colleagues", shop],
    queryFn: ({ signal }) =>
      api.get<ConversationColleagues>(`/api/v1/shops/${shop}/conversation-colleagues`, { signal }),
    enabled: shop !== "",
  });
}
