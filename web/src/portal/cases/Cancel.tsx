import { useState } from "react";
import { ProblemError } from "../../api/problems";
import type { PortalCase } from "../contract";
import { useMessages } from "../../i18n";
import { learn, readAnew } from "../data";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import { Problem } from "../parts/Problem";
import { server } from "../server";
import { messages } from "./messages";
import { casePath } from "./paths";

/** Giving up the request. If it moved on in the same second, nothing is cancelled unseen. */
export function Cancel({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [moved, setMoved] = useState(false);

  const reship = it.allowed.includes("cancel-with-reship");
  const cancel = () => {
    setBusy(true);
    setError(null);
    server
      .put<PortalCase>(`${casePath(it.id)}/cancellation`, { reship }, { ifMatch: it.version })
      .then(
        (next) => {
          setAsking(false);
          learn(casePath(it.id), next);
          readAnew((path) => path !== casePath(it.id));
        },
        (problem: unknown) => {
          if (problem instanceof ProblemError && problem.status === 409) {
            setAsking(false);
            setMoved(true);
            readAnew((path) => path === casePath(it.id));
          } else setError(problem);
        },
      )
      .finally(() => setBusy(false));
  };

  return (
    <div className="stack">
      {moved && (
        <p className="notice warm" role="alert">
          {t.cancelMoved}
        </p>
      )}
      {(it.allowed.includes("cancel") || reship) && (
        <Button
          look="quiet"
          full
          onClick={() => {
            setMoved(false);
            setError(null);
            setAsking(true);
          }}
        >
          {t.cancel}
        </Button>
      )}
      {asking && (
        <Dialog title={t.cancelTitle} onClose={() => setAsking(false)}>
          <p>{reship ? t.cancelReship : t.cancelMeans}</p>
          <Problem error={error} />
          <div className="dialog-actions">
            <Button full onClick={() => setAsking(false)}>
              {t.cancelNo}
            </Button>
            <Button full look="quiet" busy={busy} onClick={cancel}>
              {t.cancelYes}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
