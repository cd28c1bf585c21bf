import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../api/client";
import { useSession } from "../../api/session";
import { useLiveFact } from "../../api/useLive";
import type { CaseView, Named } from "../../api/views";
import { useTicking } from "../../ui/ticker";

const HEARTBEAT = 20_000;
const GONE_AFTER = 45_000;
const GONE = 0;
const ABOUT_VIEWERS = ["aftersales.case-viewed", "aftersales.case-left"];

export const caseKey = (id: string) => ["case", id] as const;

export function useCase(id: string) {
  const queries = useQueryClient();
  useLiveFact((fact) => {
    if (fact.subject === `case:${id}` && !ABOUT_VIEWERS.includes(fact.type))
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
        api.put<Named[]>(`/api/v1/cases/${id}/viewing`).then(hear, () => undefined);
    };
    const hear = (here: Named[]) => {
      const at = Date.now();
      setHeard(Object.fromEntries(here.map((one) => [one.id, { name: one.name, at }])));
    };
    tell();
    const timer = setInterval(tell, HEARTBEAT);
    return () => {
      clearInterval(timer);
      api.delete(`/api/v1/cases/${id}/viewing`).catch(() => undefined);
    };
  }, [id]);

  useLiveFact((fact) => {
    if (!ABOUT_VIEWERS.includes(fact.type) || fact.subject !== `case:${id}`) return;
    const { id: who, name } = fact.data as { id?: string; name?: string };
    if (who === undefined || name === undefined) return;
    const at = fact.type === "aftersales.case-left" ? GONE : Date.now();
    setHeard((before) => ({ ...before, [who]: { name, at } }));
  });

  // Whoever closes the tab says nothing; two heartbeats that did not come say it.
  const names = useTicking(() => {
    const limit = Date.now() - GONE_AFTER;
    const here = new Map(knownAt > limit ? known.map((one) => [one.id, one.name]) : []);
    for (const [who, one] of Object.entries(heard)) {
      if (one.at > limit) here.set(who, one.name);
      else here.delete(who);
    }
    here.delete(me);
    return [...here.values()].join("\n");
  });
  return names === "" ? [] : names.split("\n");
}
