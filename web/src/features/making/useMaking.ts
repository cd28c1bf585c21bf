import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import type { CaseView, MakingView } from "../../api/views";

/** The production log of a case; nothing is asked where nothing is made to order. */
export function useMaking(item: CaseView) {
  const made = (item.order?.lines ?? []).some((line) => line.custom != null);
  const making = useQuery({
    queryKey: ["case", item.id, "making"],
    enabled: made,
    queryFn: ({ signal }) => api.get<MakingView>(`/api/v1/cases/${item.id}/making`, { signal }),
  });
  useLiveFact((fact) => {
    if (made && fact.subject === `case:${item.id}`) void making.refetch();
  });
  return made ? making.data : undefined;
}
