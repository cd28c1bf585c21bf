import { useState } from "react";
import { ProblemError } from "../../api/problems";
import type { NewCase, PortalCase } from "../contract";
import { go } from "../address";
import { casePath } from "../cases/paths";
import { learn, readAnew } from "../data";
import { server } from "../server";

/**
 * Sends the request under the id it has had since it was begun: however often the answer gets lost, it is
 * submitted once.
 */
export function useSubmit(caseId: string, onSubmitted: () => void, onIdTaken: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const send = (wish: NewCase) => {
    setBusy(true);
    setError(null);
    submitOnce(caseId, wish)
      .then((answer) => {
        onSubmitted();
        learn(casePath(answer.id), answer);
        readAnew((path) => path !== casePath(answer.id));
        go(`/cases/${answer.id}`, "replace");
      })
      .catch((problem: unknown) => {
        if (problem instanceof ProblemError && problem.type === "id-taken") onIdTaken();
        setError(problem);
      })
      .finally(() => setBusy(false));
  };
  return { send, busy, error };
}

async function submitOnce(caseId: string, wish: NewCase): Promise<PortalCase> {
  try {
    return await server.put<PortalCase>(casePath(caseId), wish);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 409) throw error;
    // The first sending did arrive, only its answer was lost, and the customer wrote on meanwhile.
    return server.get<PortalCase>(casePath(caseId)).catch(() => {
      throw error;
    });
  }
}
