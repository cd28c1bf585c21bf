import { useState } from "react";
import type { PortalCase } from "../contract";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import { Problem } from "../parts/Problem";
import { messages } from "./messages";
import { useStep } from "./useStep";

type Way = "partial-acceptance" | "appeal" | "reship";

/** Two ways on when the shop and the customer see it differently: take what is offered, or let others judge. */
export function Dispute({ it }: { it: PortalCase }) {
  const t = useMessages(messages);
  const [asking, setAsking] = useState<Way | null>(null);
  const { take, busy, error, moved, forget } = useStep(it);
  const mayAccept = it.allowed.includes("accept-part");
  const mayAppeal = it.allowed.includes("appeal");
  const mayReship = it.allowed.includes("ask-reship");
  const language = useLanguage();
  const proposal = it.proposal;
  const money = proposal ? formatMoney(proposal.refundMinor, proposal.currency, language) : "";
  const offer = it.timeline.findLast(({ state }) => state === "INSPECTION_DISPUTE")?.text;

  const ask = (way: Way) => {
    forget();
    setAsking(way);
  };
  const goOn = async (way: Way) => {
    if ((await take(way)) !== "failed") setAsking(null);
  };

  const told = moved && (
    <p className="notice warm" role="alert">
      {t.stepMoved}
    </p>
  );
  if (!mayAccept && !mayAppeal) return told || null;
  const accepting = asking === "partial-acceptance";
  const words = (way: Way) =>
    ({
      "partial-acceptance": { title: t.acceptTitle(money), means: t.acceptMeans, yes: t.acceptYes },
      appeal: { title: t.appealAsk, means: t.appealMeans, yes: t.appealYes },
      reship: { title: t.reshipAsk, means: t.reshipMeans, yes: t.reshipYes },
    })[way];
  return (
    <section className="card" aria-labelledby="dispute">
      <h2 id="dispute">{mayAccept ? t.offerTitle : t.appealTitle}</h2>
      <p className="soft">{mayAccept ? t.offerLead : t.appealLead}</p>
      {told}
      {mayAccept && proposal && (
        <p>
          <span className="verdict-amount">{money}</span>{" "}
          <span className="soft">{t.offered(proposal.pct)}</span>
        </p>
      )}
      {mayAccept && (
        <Button full onClick={() => ask("partial-acceptance")}>
          {t.acceptPart(money)}
        </Button>
      )}
      {mayAppeal && (
        <Button full look="quiet" onClick={() => ask("appeal")}>
          {t.appeal}
        </Button>
      )}
      {mayReship && (
        <Button full look="quiet" onClick={() => ask("reship")}>
          {t.reship}
        </Button>
      )}
      {asking !== null && (
        <Dialog title={words(asking).title} onClose={() => setAsking(null)}>
          {accepting && offer && <p>{offer}</p>}
          <p>{words(asking).means}</p>
          <Problem error={error} />
          <div className="dialog-actions">
            <Button full busy={busy} onClick={() => void goOn(asking)}>
              {words(asking).yes}
            </Button>
            <Button full look="quiet" onClick={() => setAsking(null)}>
              {t.notYet}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
