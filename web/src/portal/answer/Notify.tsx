import { useEffect, useState } from "react";
import { newId } from "../../api/id";
import { useMessages } from "../../i18n";
import { BASE } from "../address";
import type { PushKey } from "../contract";
import { Button } from "../parts/Button";
import { Problem } from "../parts/Problem";
import { server } from "../server";
import { messages } from "./messages";

const WORKER = "/portal-worker.js";
const possible = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** This device hears of every step, when the shop pushes and the browser can. */
export function Notify() {
  const t = useMessages(messages);
  const [key, setKey] = useState<string | null>(null);
  const [on, setOn] = useState(false);
  const [denied, setDenied] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    if (!possible()) return;
    // Without a key or a worker there is nothing to offer, and nothing to trouble anybody with.
    server
      .get<PushKey>("/api/v1/portal/push-key")
      .then((answer) => setKey(answer.publicKey ?? null))
      .catch(() => undefined);
    navigator.serviceWorker
      .getRegistration(BASE + "/")
      .then(async (worker) => setOn((await worker?.pushManager.getSubscription()) != null))
      .catch(() => undefined);
  }, []);

  if (key === null) return null;

  const doing = async (act: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await act();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const subscribe = () =>
    doing(async () => {
      if ((await Notification.requestPermission()) !== "granted") {
        setDenied(true);
        return;
      }
      const worker = await navigator.serviceWorker.register(WORKER, { scope: BASE + "/" });
      const made = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: bytes(key),
      });
      const { endpoint, keys } = made.toJSON();
      await server.put(`/api/v1/portal/push-subscriptions/${newId()}`, {
        endpoint,
        p256dh: keys?.p256dh,
        auth: keys?.auth,
      });
      setDenied(false);
      setOn(true);
    });
  const stop = () =>
    doing(async () => {
      const worker = await navigator.serviceWorker.getRegistration(BASE + "/");
      const made = await worker?.pushManager.getSubscription();
      if (made) {
        await server.delete(
          `/api/v1/portal/push-subscriptions?endpoint=${encodeURIComponent(made.endpoint)}`,
        );
        await made.unsubscribe();
      }
      setOn(false);
    });

  return (
    <section className="card">
      <strong>{on ? t.pushIsOn : t.pushTitle}</strong>
      {denied && <p className="small soft">{t.pushDenied}</p>}
      <Button look="quiet" busy={busy} onClick={() => void (on ? stop() : subscribe())}>
        {on ? t.pushOff : t.pushOn}
      </Button>
      <Problem error={error} />
    </section>
  );
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
