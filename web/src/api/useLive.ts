import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { live, type Connection, type LiveFact } from "./live";

export function useLiveFact(listener: (fact: LiveFact) => void) {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => live.onFact((fact) => latest.current(fact)), []);
}

/** What is shown is read again when something of this kind happened: soon, and not for every word of a busy hour. */
export function useReadAgain(queryKey: QueryKey, about: (fact: LiveFact) => boolean, after: number) {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveFact((fact) => {
    if (timer.current !== undefined || !about(fact)) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey });
    }, after);
  });
}

export function useConnection(): Connection {
  return useSyncExternalStore(live.watch, live.connection);
}
