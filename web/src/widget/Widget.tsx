import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { components } from "../api/schema";
import { useMessages } from "../i18n";
import { Chat, type Greeting } from "./Chat";
import { messages } from "./messages";

type ChatSession = Omit<Required<components["schemas"]["ChatSession"]>, "greeting"> & {
  greeting: Greeting | null;
};

/** Opens the chat: as the customer whom the shop's token names, or as the visitor one was before. */
export function Widget({
  channel,
  token,
  page,
}: {
  channel: string;
  token: string | null;
  page: string | null;
}) {
  const t = useMessages(messages);
  const [session, setSession] = useState<ChatSession | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    api.post<ChatSession>("/api/v1/portal/chat/session", { channel, token }).then(
      (opened) => {
        setSession(opened);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, [channel, token, round]);
  if (session !== null)
    return (
      <Chat
        key={session.customerId}
        who={session.customerId}
        title={session.shopName}
        page={page}
        greeting={session.greeting}
      />
    );
  return (
    <div className="chat" role="status">
      {failed && (
        <div className="chat-hello">
          <p>{t.gone}</p>
          <button type="button" onClick={() => setRound(round + 1)}>
            {t.retry}
          </button>
        </div>
      )}
    </div>
  );
}
