import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import type { CaseCounts, Page, QueueItem } from "../../api/views";
import { queueQuery, type QueueFilter } from "./filter";
import { useHome } from "./home";
import { caseIdOf, isListed, withChange, wouldAppear, type QueuePages } from "./merge";

const PAGE = 50;
const CONCERNS_THE_QUEUE = ["submitted", "changed", "assigned"].map((what) => `aftersales.case-${what}`);
const COUNT_AGAIN_AFTER = 2000;
const NOTHING_NOTICED = { key: null, ids: new Set<string>() };

export function useQueue(filter: QueueFilter) {
  const queries = useQueryClient();
  const home = useHome();
  const key = useMemo(() => ["cases", "queue", filter] as const, [filter]);
  const [noticed, setNoticed] = useState<{ key: unknown; ids: ReadonlySet<string> }>(NOTHING_NOTICED);
  // What was noticed for another filter says nothing about this one.
  const waiting = noticed.key === key ? noticed.ids : NOTHING_NOTICED.ids;
  const recount = useSoon(() => void queries.invalidateQueries({ queryKey: ["cases", "counts"] }));

  const list = useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<QueueItem>>("/api/v1/cases", {
        query: { ...queueQuery(filter, home), after: pageParam, size: PAGE },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    // A list read again must not be shown as it was long ago, but while one reads it only live changes move it.
    staleTime: 15_000,
  });

  useLiveFact((fact) => {
    if (!CONCERNS_THE_QUEUE.includes(fact.type)) return;
    recount();
    const id = caseIdOf(fact);
    const pages = queries.getQueryData<QueuePages>(key);
    if (id === null || pages === undefined) return;
    if (isListed(pages, id)) {
      queries.setQueryData<QueuePages>(key, (now) => (now === undefined ? now : withChange(now, fact)));
    } else if (wouldAppear(fact, queueQuery(filter, home))) {
      setNoticed((before) => ({ key, ids: new Set(before.key === key ? before.ids : []).add(id) }));
    }
  });

  /** Shows what is new: reads the first page again, and forgets the others, which would have shifted. */
  const showNew = useCallback(async () => {
    setNoticed(NOTHING_NOTICED);
    queries.setQueryData<QueuePages>(key, (now) =>
      now === undefined ? now : { pages: now.pages.slice(0, 1), pageParams: now.pageParams.slice(0, 1) },
    );
    await queries.invalidateQueries({ queryKey: key });
  }, [queries, key]);

  const items = useMemo(() => {
    // A row may move from a later page to an earlier one between two requests.
    const seen = new Set<string>();
    return (list.data?.pages ?? [])
      .flatMap((page) => page.items)
      .filter((item) => !seen.has(item.id) && seen.add(item.id));
  }, [list.data]);

  return { list, items, waiting: waiting.size, showNew };
}

export function useCounts() {
  return useQuery({
    queryKey: ["cases", "counts"],
    queryFn: ({ signal }) => api.get<CaseCounts>("/api/v1/cases/counts", { signal }),
  });
}

/** At most once every two seconds, however fast facts arrive. */
function useSoon(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      act();
    }, COUNT_AGAIN_AFTER);
  };
}
