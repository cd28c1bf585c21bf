import { useEffect, useState } from "react";
import { serverNow } from "../api/clock";

/** The time of the server, whose deadlines are shown, ticking while the page is looked at, so that "in 5 minutes" stays true. */
export function useNow(everyMs = 15_000): number {
  const [now, setNow] = useState(() => serverNow());
  useEffect(() => {
    const tick = () => setNow(serverNow());
    const timer = setInterval(tick, everyMs);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [everyMs]);
  return now;
}
