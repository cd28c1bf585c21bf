import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import type { WaitingCount } from "../../api/views";

/** The state in the address under which the customers are listed who wait for a person's words. */
export const WAITING = "waiting";

const KEY = ["waiting-customers"];
/** A clock that runs out does so without anybody's act, so the count is also read by time. */
const EVERY_MINUTE = 60_000;
const BEGIN_OR_END_WAITING = [
  "aftersales.message-written",
  "aftersales.customer-called",
  "aftersales.reply-late",
  "aftersales.case-submitted",
];

export const waitingKey = (...more: readonly unknown[]) => [...KEY, ...more];

export function useWaitingCount() {
  const queries = useQueryClient();
  useLiveFact((fact) => {
    if (BEGIN_OR_END_WAITING.includes(fact.type)) void queries.invalidateQueries({ queryKey: KEY });
  });
  return useQuery({
    queryKey: waitingKey("count"),
    queryFn: ({ signal }) => api.get<WaitingCount>("/api/v1/waiting-customers/count", { signal }),
    refetchInterval: EVERY_MINUTE,
  });
}
