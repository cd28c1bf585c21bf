import { useCallback, useState } from "react";
import { ProblemError } from "../../api/problems";
import type { PortalCase } from "../contract";
import { useMessages } from "../../i18n";
import { learn, readAnew } from "../data";
import { useKept } from "../kept";
import { Button } from "../parts/Button";
import { Problem } from "../parts/Problem";
import { Photos } from "../photos/Photos";
import { stillSending, storedIds, usePhotos, type KeptPhoto } from "../photos/usePhotos";
import { server } from "../server";
import { messages } from "./messages";
import { casePath } from "./paths";

/** The answer to what was asked for. What exactly is missing stands right above, in the words of the request. */
export function AddEvidence({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const [keptPhotos, setKept] = useKept<KeptPhoto[]>(`evidence:${it.id}`, () => []);
  const keep = useCallback((photos: KeptPhoto[]) => setKept(() => photos), [setKept]);
  const { photos, add, remove, send } = usePhotos(keptPhotos, keep);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [moved, setMoved] = useState(false);

  const ready = storedIds(photos);
  const because = stillSending(photos) ? t.evidenceSending : ready.length === 0 ? t.evidenceNone : null;

  const submit = () => {
    setBusy(true);
    setError(null);
    setMoved(false);
    server
      .put<PortalCase>(`${casePath(it.id)}/evidence`, { evidence: ready }, { ifMatch: it.version })
      .then(
        (next) => {
          photos.forEach((photo) => remove(photo.id));
          learn(casePath(it.id), next);
        },
        (problem: unknown) => {
          if (problem instanceof ProblemError && problem.status === 409) {
            setMoved(true);
            readAnew((path) => path === casePath(it.id));
          } else setError(problem);
        },
      )
      .finally(() => setBusy(false));
  };

  const told = moved && (
    <p className="notice warm" role="alert">
      {t.evidenceMoved}
    </p>
  );
  // After a refusal photos are part of revising the request.
  if (!it.allowed.includes("add-evidence") || it.allowed.includes("revise")) return told || null;
  return (
    <section className="card">
      <h2 id="add-evidence">{t.evidenceTitle}</h2>
      <Photos
        photos={photos}
        labelledBy="add-evidence"
        onAdd={(files) => void add(files)}
        onRemove={remove}
        onAgain={(id) => void send(id)}
      />
      {told}
      <Problem error={error} />
      <Button full busy={busy} because={because} onClick={submit}>
        {t.evidenceSend}
      </Button>
    </section>
  );
}
