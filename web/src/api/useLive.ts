import { useEffect, useRef, useSyncExternalStore } from "react";
import { live, type Connection, type LiveFact } from "./live";

export function useLiveFact(listener: (fact: LiveFact) => void) {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => live.onFact((fact) => latest.current(fact)), []);
}

export function useConnection(): Connection {
  return useSyncExternalStore(live.watch, live.connection);
}
