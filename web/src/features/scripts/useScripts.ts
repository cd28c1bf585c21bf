import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import type { ScriptCounts, ScriptView } from "../../api/views";

export const scriptsPath = (shop: string) => `/api/v1/shops/${shop}/scripts`;
export const scriptsKey = (shop: string) => ["scripts", shop] as const;
const scriptKey = (shop: string, which: string) => ["script", shop, which] as const;

/** What colleagues do is seen without asking again. */
export function useScriptNews(shop: string) {
  const queries = useQueryClient();
  useLiveFact((fact) => {
    if (!fact.type.startsWith("scripts.")) return;
    for (const key of ["scripts", "script-counts", "script"]) {
      void queries.invalidateQueries({ queryKey: [key, shop] });
    }
  });
}

export function useScriptCounts(shop: string, language: string | undefined) {
  return useQuery({
    queryKey: ["script-counts", shop, language],
    queryFn: ({ signal }) =>
      api.get<ScriptCounts>(`${scriptsPath(shop)}/counts`, { query: { language }, signal }),
    enabled: shop !== "",
  });
}

/** `which` is its key and language: ship.when/zh. */
export function useScript(shop: string, which: string, isNew: boolean) {
  return useQuery({
    queryKey: scriptKey(shop, which),
    queryFn: ({ signal }) => api.get<ScriptView>(`${scriptsPath(shop)}/${which}`, { signal }),
    enabled: !isNew,
  });
}

export interface ScriptAct {
  what: "draft" | "submission" | "approval" | "refusal" | "confirmation" | "withdrawal" | "live";
  revision: number;
  body?: unknown;
}

/** One act on a script, on the revision that was seen. */
export function useScriptAct(shop: string, which: string) {
  const queries = useQueryClient();
  const again = () => {
    void queries.invalidateQueries({ queryKey: scriptsKey(shop) });
    void queries.invalidateQueries({ queryKey: ["script-counts", shop] });
  };
  const act = useMutation({
    mutationFn: ({ what, revision, body }: ScriptAct) =>
      api.put<ScriptView>(`${scriptsPath(shop)}/${which}/${what}`, body, { ifMatch: revision }),
    onSuccess: (view) => {
      queries.setQueryData(scriptKey(shop, which), view);
      again();
    },
  });
  const discard = useMutation({
    mutationFn: (revision: number) =>
      api.delete(`${scriptsPath(shop)}/${which}/draft`, { ifMatch: revision }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: scriptKey(shop, which) });
      again();
    },
  });
  return { act, discard };
}
