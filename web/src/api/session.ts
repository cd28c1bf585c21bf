import { useState } from "react";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api } from "./client";
import type { Permission, SessionView } from "./views";

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => api.get<SessionView>("/api/v1/session", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** Only below the routes that have already made sure that somebody is signed in. */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data;
}

export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}

/** A shop by its name where one knows it. */
export function useShopName(): (id: string) => string {
  const { shops } = useSession();
  return (id) => shops.find((shop) => shop.id === id)?.name ?? id;
}

/** The shop that a page is about; the first of one's shops until another is chosen. */
export function useShop() {
  const { shops } = useSession();
  return useState(shops[0]?.id ?? "");
}
