import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../api/client";
import { live } from "../../api/live";
import { asProblem } from "../../api/problems";
import { useLiveFact } from "../../api/useLive";
import type { TicketCounts, TicketRequestCounts, TicketSettingsView, TicketView } from "../../api/views";

const KEY = ["tickets"];
/** A limit is missed without anybody's act, so counts are also read by time. */
const EVERY_MINUTE = 60_000;

export const ticketsKey = (...more: readonly unknown[]) => [...KEY, ...more];
const path = (id: string) => `/api/v1/tickets/${id}`;

/** Whatever is shown of tickets is read anew when one changes, wherever it was changed. */
export function useTicketNews() {
  const queries = useQueryClient();
  useLiveFact((fact) => {
    if (fact.type.startsWith("tickets.")) void queries.invalidateQueries({ queryKey: KEY });
  });
  useEffect(() => live.onReset(() => void queries.invalidateQueries({ queryKey: KEY })), [queries]);
}

export function useTicketCounts() {
  return useQuery({
    queryKey: ticketsKey("counts"),
    queryFn: ({ signal }) => api.get<TicketCounts>("/api/v1/tickets/counts", { signal }),
    refetchInterval: EVERY_MINUTE,
  });
}

export function useRequestCounts() {
  return useQuery({
    queryKey: ticketsKey("request-counts"),
    queryFn: ({ signal }) => api.get<TicketRequestCounts>("/api/v1/ticket-requests/counts", { signal }),
    refetchInterval: EVERY_MINUTE,
  });
}

export function useTicket(id: string) {
  return useQuery({
    queryKey: ticketsKey("one", id),
    queryFn: ({ signal }) => api.get<TicketView>(path(id), { signal }),
  });
}

export function useTicketSettings(shop: string) {
  return useQuery({
    queryKey: ticketsKey("settings", shop),
    queryFn: ({ signal }) => api.get<TicketSettingsView>(`/api/v1/shops/${shop}/ticket-settings`, { signal }),
  });
}

interface Act {
  what: string;
  body: unknown;
}

/** A change on the version that is shown; after a conflict the new state is shown and nothing typed is lost. */
export function useTicketAct(view: TicketView) {
  const queries = useQueryClient();
  const key = ticketsKey("one", view.item.id);
  return useMutation({
    mutationFn: ({ what, body }: Act) =>
      api.put<TicketView>(`${path(view.item.id)}/${what}`, body, { ifMatch: view.item.version }),
    onSuccess: async (now) => {
      queries.setQueryData(key, now);
      await queries.invalidateQueries({ queryKey: KEY, predicate: (one) => one.queryKey[1] !== "one" });
    },
    onError: (error) => {
      if (asProblem(error).status === 409) void queries.invalidateQueries({ queryKey: key });
    },
  });
}
