import { useEffect, useState } from "react";
import type { CustomerSession } from "../contract";
import { setLanguage, useMessages } from "../../i18n";
import { go, safeReturn } from "../address";
import { Heading } from "../parts/Heading";
import { Link } from "../parts/Link";
import { Problem } from "../parts/Problem";
import { Waiting } from "../parts/Waiting";
import { server } from "../server";
import { comeIn } from "../session";
import { messages } from "./messages";

/** The shop vouches for its customer: one request and in. The token leaves the address bar with the screen. */
export function LinkEntry({ token, back }: { token: string; back: string | null }) {
  const t = useMessages(messages);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let left = false;
    redeem(token).then(
      (session) => {
        redeemed.delete(token);
        if (left) return;
        comeIn(session);
        if (session.language) setLanguage(session.language.startsWith("zh") ? "zh" : "en");
        go(safeReturn(back) ?? placeFor(session.order ?? null), "replace");
      },
      (problem: unknown) => {
        redeemed.delete(token);
        if (!left) setError(problem);
      },
    );
    return () => {
      left = true;
    };
  }, [token, back, round]);

  if (error === null) {
    return (
      <>
        <Heading>{t.opening}</Heading>
        <Waiting heights={[180, 180]} />
      </>
    );
  }
  return (
    <>
      <Heading>{t.linkTitle}</Heading>
      <p>{t.linkBroken}</p>
      <Problem
        error={error}
        onAgain={() => {
          setError(null);
          setRound(round + 1);
        }}
      />
      <Link
        to={back === null ? "/enter" : `/enter?${new URLSearchParams({ back }).toString()}`}
        className="button"
      >
        {t.withOrderNumber}
      </Link>
    </>
  );
}

/** A link about one order opens that order's request; any other opens the list. */
const placeFor = (order: string | null) =>
  order === null ? "/orders" : `/orders/${encodeURIComponent(order)}/apply`;

/** A link may work only once, so however often the screen is drawn it is handed in once. */
const redeemed = new Map<string, Promise<CustomerSession>>();

function redeem(token: string): Promise<CustomerSession> {
  const before = redeemed.get(token);
  if (before !== undefined) return before;
  const answer = server.post<CustomerSession>("/api/v1/portal/session", { token });
  redeemed.set(token, answer);
  return answer;
}
