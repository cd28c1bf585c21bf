import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import { newId } from "../api/id";
import { live } from "../api/live";
import { asProblem } from "../api/problems";
import { useConnection, useLiveFact } from "../api/useLive";
import { keep, kept } from "./kept";
import {
  heard,
  lastSeq,
  SILENCE,
  waitsForFile,
  type ChatFile,
  type ChatView,
  type Talk,
  type Unsent,
} from "./merge";

const AGAIN_AFTER = 3_000;
const PLACE_AGAIN = 10_000;

/** The talk as it stands; what one says goes out when it can, once, in its order. */
export function useChat(who: string, page: string | null) {
  const [talk, setTalk] = useState<Talk>(SILENCE);
  const [unsent, setUnsent] = useState<readonly Unsent[]>(() => kept<Unsent[]>(`${who}:unsent`, []));
  const latest = useRef(talk);
  const reading = useRef<Promise<void> | null>(null);
  const again = useRef(false);
  const connection = useConnection();

  const read = useCallback(async (): Promise<void> => {
    // One reading at a time: what is told meanwhile is read after it.
    if (reading.current !== null) {
      again.current = true;
      return reading.current;
    }
    const once = async () => {
      let more = true;
      while (more || again.current) {
        again.current = false;
        const before = latest.current;
        const view = await api.get<ChatView>("/api/v1/portal/chat", {
          query: { conversation: before.conversation, after: lastSeq(before) },
        });
        latest.current = heard(before, view);
        setTalk(latest.current);
        more = view.more && view.messages.length > 0;
      }
    };
    reading.current = once().finally(() => (reading.current = null));
    return reading.current;
  }, []);

  useEffect(() => {
    live.start();
    const forget = live.onReset(() => void read().catch(() => undefined));
    return () => {
      forget();
      live.stop();
    };
  }, [read]);
  useLiveFact((fact) => {
    if (fact.type.startsWith("conversation.")) void read().catch(() => undefined);
  });

  const waits = talk.place !== null || waitsForFile(talk);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void read().catch(() => undefined), PLACE_AGAIN);
    return () => clearInterval(timer);
  }, [waits, read]);

  const queue = useRef(unsent);
  const change = useCallback(
    (to: readonly Unsent[]) => {
      queue.current = to;
      keep(`${who}:unsent`, to);
      setUnsent(to);
    },
    [who],
  );
  const sending = useRef(false);
  const [round, setRound] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pump = useCallback(async (): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    clearTimeout(timer.current);
    try {
      for (let first = queue.current[0]; first !== undefined; first = queue.current[0]) {
        const { id, text, files } = first;
        await api.put(`/api/v1/portal/chat/messages/${id}`, {
          text,
          page,
          attachments: files.map((one) => one.id),
        });
        await read().catch(() => undefined);
        change(queue.current.filter((one) => one.id !== id));
      }
    } catch (error) {
      const { status } = asProblem(error);
      const refused = status >= 400 && status < 500 && status !== 401 && status !== 429;
      // What is refused as it is will never be taken; nothing behind it may wait for it.
      change(
        refused
          ? queue.current.slice(1)
          : queue.current.map((one, n) => (n === 0 ? { ...one, failed: true } : one)),
      );
      timer.current = setTimeout(() => setRound((n) => n + 1), AGAIN_AFTER);
    } finally {
      sending.current = false;
    }
  }, [change, page, read]);
  useEffect(() => {
    void pump();
    return () => clearTimeout(timer.current);
    // Also as soon as the line is back.
  }, [pump, connection, round]);

  const say = (text: string, files: readonly ChatFile[]) => {
    change([...queue.current, { id: newId(), text, files, failed: false }]);
    void pump();
  };
  const backToBot = () => {
    void api
      .put("/api/v1/portal/chat/bot")
      .then(read)
      .catch(() => undefined);
  };
  return { talk, unsent, say, backToBot, offline: connection === "offline" };
}
