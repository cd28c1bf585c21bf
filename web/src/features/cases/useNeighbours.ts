import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Page, QueueItem } from "../../api/views";

/** The cases before and after this one in the queue that the reader came from. */
export function useNeighbours(id: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const ids = useMemo(() => {
    const lists = queries
      .getQueryCache()
      .findAll({ queryKey: ["cases", "queue"] })
      .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
    for (const list of lists) {
      const data = list.state.data as InfiniteData<Page<QueueItem>> | undefined;
      const found = data?.pages.flatMap((page) => page.items.map((item) => item.id)) ?? [];
      if (found.includes(id)) return found;
    }
    return [];
  }, [queries, id]);
  const at = ids.indexOf(id);
  return {
    next: at < 0 ? null : (ids[at + 1] ?? null),
    previous: at < 1 ? null : (ids[at - 1] ?? null),
    go: (to: string | null) => {
      if (to === null) return;
      sessionStorage.setItem("anxin-queue-row", to);
      void navigate({ to: "/desk/cases/$id", params: { id: to }, search: {} });
    },
  };
}
