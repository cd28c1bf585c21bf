export const LISTS = ["ALL", "DRAFT", "REVIEW", "PROPOSED", "LIVE", "STALE", "AWAY"] as const;
export type ArticleList = (typeof LISTS)[number];

/** What the library shows; it lives in the address. */
export interface KnowledgeFilter {
  list?: ArticleList;
  article?: string;
  language?: string;
  q?: string;
  shop?: string;
}

const TEXTS = ["article", "language", "q", "shop"] as const;

export function readKnowledgeFilter(search: Record<string, unknown>): KnowledgeFilter {
  const filter: KnowledgeFilter = {};
  for (const name of TEXTS) {
    const value = search[name];
    if ((typeof value === "string" && value !== "") || typeof value === "number")
      filter[name] = String(value);
  }
  const list = LISTS.find((one) => one === search.list);
  if (list !== undefined && list !== "ALL") filter.list = list;
  return filter;
}

/** Without what is not said. */
export function only(filter: {
  [K in keyof KnowledgeFilter]: KnowledgeFilter[K] | undefined;
}): KnowledgeFilter {
  return readKnowledgeFilter(filter);
}
