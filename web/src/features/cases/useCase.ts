import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../api/client";
import { useSession } from "../../api/session";
import { useLiveFact } from "../../api/useLive";
import type { CaseView, Named } from "../../api/views";
import { useTicking } from "../../ui/ticker";

const HEARTBEAT = 20_000;
const GONE_AFTER = 45_000;

export const caseKey = (id: string) => ["case", id] as const;

export function useCase(id: string) {
  const queries = useQueryClient();
  useLiveFact((fact) => {
    if (fact.subject === `case:${id}` && fact.type !== "aftersales.case-viewed")
      void queries.invalidateQueries({ queryKey: caseKey(id) });
  });
  return useQuery({
    queryKey: caseKey(id),
    queryFn: ({ signal }) => api.get<CaseView>(`/api/v1/cases/${id}`, { signal }),
    staleTime: 10_000,
  });
}

/** Who else looks at this case now; tells the others that we do, while the tab is in sight. */
export function useViewers(id: string, known: readonly Named[]): string[] {
  const me = useSession().id;
  const knownAt = useQueryClient().getQueryState(caseKey(id))?.dataUpdatedAt ?? 0;
  const [heard, setHeard] = useState<Readonly<Record<string, { name: string; at: number }>>>({});

  useEffect(() => {
    const tell = () => {
      // A heartbeat that is lost needs no words; the next one comes.
      if (document.visibilityState === "visible")
        api.put(`/api/v1/cases/${id}/viewing`).catch(() => undefined);
    };
    tell();
    const timer = setInterval(tell, HEARTBEAT);
    return () => clearInterval(timer);
  }, [id]);

  useLiveFact((fact) => {
    if (fact.type !== "aftersales.case-viewed" || fact.subject !== `case:${id}`) return;
    const { id: who, name } = fact.data as { id?: string; name?: string };
    if (who !== undefined && name !== undefined)
      setHeard((before) => ({ ...before, [who]: { name, at: Date.now() } }));
  });

  // Whoever closes the tab says nothing; two heartbeats that did not come say it.
  const names = useTicking(() => {
    const limit = Date.now() - GONE_AFTER;
    const here = new Map(
      Object.entries(heard).flatMap(([who, one]) => (one.at > limit ? [[who, one.name]] : [])),
    );
    if (knownAt > limit) for (const one of known) here.set(one.id, one.name);
    here.delete(me);
    return [...here.values()].join("\n");
  });
  return names === "" ? [] : names.split("\n");
}
