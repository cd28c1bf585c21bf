import { useState } from "react";
import { ProblemError } from "../../api/problems";
import type { PortalCase } from "../contract";
import { readAnew } from "../data";
import { server } from "../server";
import { casePath } from "./paths";

/**
 * A step of the customer in their own case. The answer only says where it led, so everything on screen is read
 * anew. A case that moved on in the same second is shown as it stands now, and nothing is done unseen.
 */
export function useStep(it: PortalCase) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [moved, setMoved] = useState(false);

  const take = async (step: string, body: unknown = {}): Promise<"done" | "moved" | "failed"> => {
    setBusy(true);
    setError(null);
    setMoved(false);
    try {
      await server.put(`${casePath(it.id)}/${step}`, body, { ifMatch: it.version });
      readAnew();
      return "done";
    } catch (problem) {
      if (problem instanceof ProblemError && problem.status === 409) {
        setMoved(true);
        readAnew((path) => path === casePath(it.id));
        return "moved";
      }
      setError(problem);
      return "failed";
    } finally {
      setBusy(false);
    }
  };
  const forget = () => {
    setError(null);
    setMoved(false);
  };
  return { take, busy, error, moved, forget };
}
