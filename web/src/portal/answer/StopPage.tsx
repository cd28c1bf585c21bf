import { useState } from "react";
import { useMessages } from "../../i18n";
import type { Unsubscription } from "../contract";
import { learn, useRead } from "../data";
import { Button } from "../parts/Button";
import { Heading } from "../parts/Heading";
import { Problem } from "../parts/Problem";
import { Waiting } from "../parts/Waiting";
import { server } from "../server";
import { hashOf } from "./hash";
import { messages } from "./messages";

/** No more questions after the end, by the link of one of them. */
export function StopPage() {
  const t = useMessages(messages);
  const token = hashOf("t");
  return (
    <>
      <Heading>{t.stopTitle}</Heading>
      {token === null ? <p className="notice bad">{t.badLink}</p> : <ByLink token={token} />}
    </>
  );
}

function ByLink({ token }: { token: string }) {
  const t = useMessages(messages);
  const path = `/api/v1/portal/unsubscriptions/${token}`;
  const reading = useRead<Unsubscription>(path);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await act();
      learn(path, await server.get<Unsubscription>(path));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const it = reading.data;
  if (it === null)
    return reading.error === null ? (
      <Waiting heights={[120]} />
    ) : (
      <Problem error={reading.error} onAgain={reading.again} />
    );
  return (
    <section className="card" aria-live="polite">
      <strong>{it.unsubscribed ? t.stopped(it.shopName) : t.stopAsk(it.shopName)}</strong>
      <p className="small soft">{t.stopMeans}</p>
      {it.unsubscribed ? (
        <Button look="quiet" busy={busy} onClick={() => void change(() => server.delete(path))}>
          {t.again}
        </Button>
      ) : (
        <Button busy={busy} onClick={() => void change(() => server.put(path))}>
          {t.stop}
        </Button>
      )}
      <Problem error={error} />
    </section>
  );
}
