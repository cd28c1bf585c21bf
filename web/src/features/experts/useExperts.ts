import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import type { ExpertCount } from "../../api/views";

const KEY = ["experts"];
/** A clock that runs out does so without anybody's act, so the count is also read by time. */
const EVERY_MINUTE = 60_000;
/** The rules call experts too, and a case that is decided needs none any more. */
const BEGIN_OR_END_CALLS = [
  "aftersales.expert-news",
  "aftersales.expert-late",
  "aftersales.case-submitted",
  "aftersales.case-changed",
];

export const expertsKey = (...more: readonly unknown[]) => [...KEY, ...more];

/** Whatever is shown of calls is read anew when one of them changes, wherever it was changed. */
export function useExpertNews() {
  const queries = useQueryClient();
  useLiveFact((fact) => {
    if (BEGIN_OR_END_CALLS.includes(fact.type)) void queries.invalidateQueries({ queryKey: KEY });
  });
}

export function useExpertCount() {
  return useQuery({
    queryKey: expertsKey("count"),
    queryFn: ({ signal }) => api.get<ExpertCount>("/api/v1/expert-links/count", { signal }),
    refetchInterval: EVERY_MINUTE,
  });
}
