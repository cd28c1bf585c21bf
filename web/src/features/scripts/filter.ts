export const LISTS = ["ALL", "DRAFT", "REVIEW", "LIVE", "STALE", "AWAY"] as const;
export type ScriptList = (typeof LISTS)[number];

/** What the library shows; it lives in the address. */
export interface ScriptFilter {
  list?: ScriptList;
  /** Which script is open: its key and language. */
  script?: string;
  scene?: string;
  intent?: string;
  language?: string;
  q?: string;
  shop?: string;
}

const TEXTS = ["script", "scene", "intent", "language", "q", "shop"] as const;

export function readScriptFilter(search: Record<string, unknown>): ScriptFilter {
  const filter: ScriptFilter = {};
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
export function only(filter: { [K in keyof ScriptFilter]: ScriptFilter[K] | undefined }): ScriptFilter {
  return readScriptFilter(filter);
}
