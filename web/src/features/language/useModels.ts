import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import type { ModelsView } from "../../api/views";

const WHILE_TRAINING = 1000;

/** A shop's models; looked at every second while one is being trained. */
export function useModels(shop: string) {
  return useQuery({
    queryKey: ["language-models", shop],
    queryFn: ({ signal }) => api.get<ModelsView>(`/api/v1/shops/${shop}/language-models`, { signal }),
    enabled: shop !== "",
    refetchInterval: (query) => (isTraining(query.state.data) ? WHILE_TRAINING : false),
  });
}

export function isTraining(view: ModelsView | undefined): boolean {
  return view?.models.some((one) => one.state === "WAITING" || one.state === "TRAINING") ?? false;
}
