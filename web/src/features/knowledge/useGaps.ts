import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import type { GapMining, GapView } from "../../api/views";

export const GAP_STATES = ["OPEN", "DRAFTED", "DISMISSED"] as const;
export type GapState = (typeof GAP_STATES)[number];

const SOON = 4000;

export const gapsPath = (shop: string) => `/api/v1/shops/${shop}/gaps`;
export const gapsKey = (shop: string) => ["gaps", shop] as const;

/** While somebody waits for a look it is asked again every few seconds. */
export function useMining(shop: string) {
  const queries = useQueryClient();
  const key = ["gap-mining", shop];
  const mining = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<GapMining>(key);
      const now = await api.get<GapMining>(`${gapsPath(shop)}/mining`, { signal });
      if (before?.wanted === true && !now.wanted) void queries.invalidateQueries({ queryKey: gapsKey(shop) });
      return now;
    },
    enabled: shop !== "",
    refetchInterval: (query) => (query.state.data?.wanted === true ? SOON : false),
  });
  const want = useMutation({
    mutationFn: () => api.put<GapMining>(`${gapsPath(shop)}/mining`),
    onSuccess: (now) => queries.setQueryData(key, now),
  });
  return { mining, want };
}

export function useGapAct(shop: string, gap: GapView) {
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: gapsKey(shop) });
  const article = useMutation({
    mutationFn: () => api.put<GapView>(`${gapsPath(shop)}/${gap.id}/draft`, { kind: "ARTICLE" }),
    onSuccess: again,
  });
  const dismiss = useMutation({
    mutationFn: () => api.put<GapView>(`${gapsPath(shop)}/${gap.id}/dismissal`),
    onSuccess: again,
  });
  /** The intent with the questions as its examples; asked again it goes on where it stopped. */
  const intent = useMutation({
    mutationFn: async ({ key, name, ids }: { key: string; name: string; ids: readonly string[] }) => {
      const path = `/api/v1/shops/${shop}/intents/${key}`;
      await api.put(path, { nameZh: name, nameEn: name });
      for (const [index, text] of gap.questions.entries()) {
        await api.put(`${path}/examples/${ids[index]}`, { text, language: gap.language });
      }
      return api.put<GapView>(`${gapsPath(shop)}/${gap.id}/draft`, { kind: "INTENT", intent: key });
    },
    onSuccess: again,
  });
  return { article, dismiss, intent };
}
