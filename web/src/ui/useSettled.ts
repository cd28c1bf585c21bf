import { useEffect, useState } from "react";

/** What was typed, once nothing has been typed for a moment. */
export function useSettled(typed: string, quietFor: number): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), quietFor);
    return () => clearTimeout(timer);
  }, [typed, quietFor]);
  return settled;
}
