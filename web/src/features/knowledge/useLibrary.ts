import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import type { ArticleCounts, ArticleView } from "../../api/views";

export const libraryPath = (shop: string) => `/api/v1/shops/${shop}/articles`;
export const articlesKey = (shop: string) => ["articles", shop] as const;
const articleKey = (shop: string, id: string) => ["article", shop, id] as const;

/** What colleagues do is seen without asking again. */
export function useLibraryNews(shop: string) {
  const queries = useQueryClient();
  useLiveFact((fact) => {
    if (!fact.type.startsWith("knowledge.")) return;
    for (const key of ["articles", "article-counts", "article"]) {
      void queries.invalidateQueries({ queryKey: [key, shop] });
    }
  });
}

export function useArticleCounts(shop: string) {
  return useQuery({
    queryKey: ["article-counts", shop],
    queryFn: ({ signal }) => api.get<ArticleCounts>(`${libraryPath(shop)}/counts`, { signal }),
    enabled: shop !== "",
  });
}

export function useArticle(shop: string, id: string, isNew: boolean) {
  return useQuery({
    queryKey: articleKey(shop, id),
    queryFn: ({ signal }) => api.get<ArticleView>(`${libraryPath(shop)}/${id}`, { signal }),
    enabled: !isNew,
  });
}

export interface ArticleAct {
  what: "draft" | "submission" | "approval" | "refusal" | "confirmation" | "withdrawal";
  revision: number;
  body?: unknown;
}

/** One act on an article, on the revision that was seen. */
export function useArticleAct(shop: string, id: string) {
  const queries = useQueryClient();
  const again = () => {
    void queries.invalidateQueries({ queryKey: articlesKey(shop) });
    void queries.invalidateQueries({ queryKey: ["article-counts", shop] });
  };
  const act = useMutation({
    mutationFn: ({ what, revision, body }: ArticleAct) =>
      api.put<ArticleView>(`${libraryPath(shop)}/${id}/${what}`, body, { ifMatch: revision }),
    onSuccess: (view) => {
      queries.setQueryData(articleKey(shop, id), view);
      again();
    },
  });
  const discard = useMutation({
    mutationFn: (revision: number) => api.delete(`${libraryPath(shop)}/${id}/draft`, { ifMatch: revision }),
    onSuccess: again,
  });
  return { act, discard };
}
