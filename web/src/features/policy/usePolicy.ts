import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../api/client";
import { asProblem } from "../../api/problems";
import type { PolicyDraft, PolicyInForce, PolicyShape } from "../../api/views";
import { useLanguage } from "../../i18n";
import { keepDraft, readDraft } from "../../ui/drafts";
import type { PolicyDocument } from "./document";

const SAVED_AFTER = 600;

export const policyPath = (shop: string, rest = "") => `/api/v1/shops/${shop}/policy${rest}`;

/** The words of the table come in the reader's language, so another language is another answer. */
export function useShape() {
  const spoken = useLanguage();
  return useQuery({
    queryKey: ["policy-shape", spoken],
    queryFn: ({ signal }) => api.get<PolicyShape>("/api/v1/policy-shape", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useInForce(shop: string) {
  return useQuery({
    queryKey: ["policy", shop],
    queryFn: ({ signal }) => api.get<PolicyInForce>(policyPath(shop), { signal }),
  });
}

const draftQuery = (shop: string, spoken: string) =>
  queryOptions({
    queryKey: ["policy", shop, "draft", spoken],
    queryFn: ({ signal }) => api.get<PolicyDraft>(policyPath(shop, "/draft"), { signal }),
    refetchOnWindowFocus: false,
  });

export type Saving = "saved" | "saving" | "conflict" | "failed";

export interface PolicyEditor {
  draft: PolicyDraft | undefined;
  document: PolicyDocument;
  edit: (next: PolicyDocument) => void;
  saving: Saving;
  error: unknown;
  /** Takes what the colleague wrote, or what is there after publishing. */
  reload: () => void;
}

/**
 * The draft as it is being written. Every change is kept in this browser at once and on the server when the hands
 * rest; a colleague's change is never overwritten unseen.
 */
export function usePolicyEditor(shop: string, mayWrite: boolean): PolicyEditor {
  const spoken = useLanguage();
  const queries = useQueryClient();
  const query = draftQuery(shop, spoken);
  const loaded = useQuery(query);
  const [typed, setTyped] = useState<PolicyDocument | null>(null);
  const [saving, setSaving] = useState<Saving>("saved");
  const [error, setError] = useState<unknown>(null);
  const kept = `policy:${shop}`;
  const draft = loaded.data;
  const waiting = useRef<PolicyDocument | null>(null);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  async function save() {
    const next = waiting.current;
    const seen = queries.getQueryData<PolicyDraft>(query.queryKey);
    if (next === null || seen === undefined || busy.current) return;
    busy.current = true;
    waiting.current = null;
    setSaving("saving");
    try {
      const saved = await api.put<PolicyDraft>(
        policyPath(shop, "/draft"),
        { document: next },
        { ifMatch: seen.revision },
      );
      queries.setQueryData(query.queryKey, saved);
      setError(null);
      if (!typedMeanwhile()) {
        keepDraft(kept, "");
        setTyped(null);
        setSaving("saved");
      }
    } catch (cause) {
      waiting.current ??= next;
      setError(cause);
      setSaving(asProblem(cause).type === "version-conflict" ? "conflict" : "failed");
    } finally {
      busy.current = false;
    }
    if (typedMeanwhile() && waiting.current !== next) later();
  }

  const typedMeanwhile = () => waiting.current !== null;

  function later() {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), SAVED_AFTER);
  }

  function edit(next: PolicyDocument) {
    if (!mayWrite) return;
    waiting.current = next;
    keepDraft(kept, JSON.stringify(next));
    setTyped(next);
    setSaving((now) => (now === "conflict" ? now : "saving"));
    later();
  }

  // What was typed before a reload and had not arrived yet goes on where it was.
  const arrived = draft !== undefined;
  useEffect(() => {
    const left = readDraft(kept);
    if (arrived && mayWrite && left !== "") {
      const next = JSON.parse(left) as PolicyDocument;
      waiting.current = next;
      timer.current = setTimeout(() => {
        setTyped(next);
        void save();
      }, 0);
    }
    return () => clearTimeout(timer.current);
    // Once for each shop: later edits look after themselves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arrived, kept, mayWrite]);

  return {
    draft,
    document: typed ?? draft?.document ?? {},
    edit,
    saving,
    error: error ?? loaded.error,
    reload: () => {
      clearTimeout(timer.current);
      waiting.current = null;
      keepDraft(kept, "");
      setTyped(null);
      setError(null);
      setSaving("saved");
      void queries.invalidateQueries({ queryKey: ["policy", shop] });
    },
  };
}
