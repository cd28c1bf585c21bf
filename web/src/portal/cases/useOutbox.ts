import { useCallback, useEffect, useMemo, useRef } from "react";
import { asProblem } from "../../api/problems";
import type { CaseMessage, PortalCase } from "../contract";
import { learn } from "../data";
import { newId } from "../../api/id";
import { useKept } from "../kept";
import { isReachable, server, watchReach } from "../server";
import { casePath } from "./paths";

export interface Unsent {
  id: string;
  text: string;
  at: string;
  state: "sending" | "sent" | "failed" | "refused";
  because?: string;
}

/**
 * Messages that are on their way. They are shown at once, survive a reload, and are sent again under the id
 * they were born with, so that the shop reads each of them once.
 */
export function useOutbox(caseId: string, arrived: CaseMessage[]) {
  const [all, setAll] = useKept<Unsent[]>(`outbox:${caseId}`, () => []);
  const inFlight = useRef(new Set<string>());

  const mark = useCallback(
    (id: string, part: Partial<Unsent>) =>
      setAll((before) => before.map((message) => (message.id === id ? { ...message, ...part } : message))),
    [setAll],
  );

  const deliver = useCallback(
    async ({ id, text }: Unsent) => {
      if (inFlight.current.has(id)) return;
      inFlight.current.add(id);
      mark(id, { state: "sending" });
      try {
        const next = await server.put<PortalCase>(`${casePath(caseId)}/messages/${id}`, { text });
        mark(id, { state: "sent" });
        learn(casePath(caseId), next);
      } catch (error) {
        const problem = asProblem(error);
        const refused = [400, 403, 404, 409, 413, 422].includes(problem.status);
        mark(id, refused ? { state: "refused", because: problem.title } : { state: "failed" });
      } finally {
        inFlight.current.delete(id);
      }
    },
    [caseId, mark],
  );

  const write = useCallback(
    (text: string) => {
      const message: Unsent = { id: newId(), text, at: new Date().toISOString(), state: "sending" };
      setAll((before) => [...before, message]);
      void deliver(message);
    },
    [deliver, setAll],
  );

  const discard = useCallback(
    (id: string) => setAll((before) => before.filter((message) => message.id !== id)),
    [setAll],
  );

  const arrivedIds = useMemo(() => new Set(arrived.map(({ id }) => id)), [arrived]);
  useEffect(() => {
    setAll((before) => {
      const left = before.filter(({ id }) => !arrivedIds.has(id));
      return left.length === before.length ? before : left;
    });
  }, [arrivedIds, setAll]);

  // What was on its way when the page was reloaded or the connection was lost goes on by itself.
  const latest = useRef(all);
  useEffect(() => {
    latest.current = all;
  }, [all]);
  useEffect(() => {
    const goOn = () => {
      if (!isReachable()) return;
      for (const message of latest.current) {
        if (message.state === "failed" || message.state === "sending") void deliver(message);
      }
    };
    goOn();
    return watchReach(goOn);
  }, [deliver]);

  return { unsent: all.filter(({ id }) => !arrivedIds.has(id)), write, deliver, discard };
}
