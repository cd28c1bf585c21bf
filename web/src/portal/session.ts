import { useSyncExternalStore } from "react";
import { signedOut } from "../api/client";
import { live } from "../api/live";
import { ProblemError } from "../api/problems";
import { currentAddress, go, safeReturn } from "./address";
import type { CustomerSession } from "./contract";
import { forgetReadings, readAnew } from "./data";
import { forgetEverything, keep, kept } from "./kept";
import { server } from "./server";

/** Who has entered. "asking" until the server has said; "out" when nobody has. */
export type Entered = "asking" | "out" | CustomerSession;

let entered: Entered = "asking";
const watchers = new Set<() => void>();

function become(next: Entered) {
  entered = next;
  if (typeof next === "object") live.start();
  else live.stop();
  for (const watcher of [...watchers]) watcher();
}

export function useEntered(): Entered {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    () => entered,
  );
}

export async function askWhoEntered(): Promise<void> {
  try {
    become(await server.get<CustomerSession>("/api/v1/portal/session"));
  } catch (error) {
    const ended = error instanceof ProblemError && (error.status === 401 || error.status === 403);
    if (ended) leaveTo(currentAddress());
    else throw error;
  }
}

/** The server has let the customer in. What an earlier customer left at this phone is gone first. */
export function comeIn(session: CustomerSession): void {
  const who = `${session.shop.id} ${session.customerId}`;
  const before = kept("who");
  if (before !== null && before !== who) forgetEverything();
  keep("who", who);
  forgetReadings();
  become(session);
}

export async function leave(): Promise<void> {
  await server.delete("/api/v1/portal/session");
  forgetEverything();
  forgetReadings();
  become("out");
  go("/enter");
}

/** The session has ended: enter again, and come back to the same place with everything typed intact. */
function leaveTo(address: string): void {
  const back = safeReturn(address);
  become("out");
  if (!address.startsWith("/enter")) {
    const query = new URLSearchParams(back === null ? {} : { back });
    if (kept("who") !== null) query.set("ended", "1");
    go(`/enter?${query.toString()}`, "replace");
  }
}

signedOut.addEventListener("signed-out", () => {
  if (typeof entered === "object") leaveTo(currentAddress());
});

live.onReset(() => readAnew());
live.onFact((fact) => {
  const [kind, id] = fact.subject.split(":");
  if (kind !== "case") return;
  readAnew((path) => path.endsWith(`/cases/${id}`) || path.endsWith("/cases") || path.includes("/orders"));
});
