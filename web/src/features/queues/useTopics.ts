import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { IntentsView } from "../../api/views";

/** What a first message may be about; null for whoever may not read the intents. */
export function useTopics(shop: string) {
  const intents = useQuery({
    queryKey: ["intents", shop],
    queryFn: ({ signal }) => api.get<IntentsView>(`/api/v1/shops/${shop}/intents`, { signal }),
    enabled: useMay("LANGUAGE_READ"),
  });
  return intents.data?.intents.filter((one) => one.mergedInto === null) ?? null;
}
