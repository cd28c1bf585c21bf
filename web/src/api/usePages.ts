import { useInfiniteQuery } from "@tanstack/react-query";
import { api, type Query } from "./client";
import type { Page } from "./views";

/** A keyset list, page behind page. */
export function usePages<T>(key: readonly unknown[], path: string, query: Query = {}) {
  const pages = useInfiniteQuery({
    queryKey: [...key, query],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<T>>(path, { query: { ...query, after: pageParam }, signal }),
    getNextPageParam: (page) => page.next,
  });
  return { ...pages, items: pages.data?.pages.flatMap((page) => page.items) };
}
