import { Link } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useRef, useState } from "react";
import { useShopName } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { WaitingItem } from "../../api/views";
import { states, word } from "../../api/words";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Cards, pressInCard, stepCards } from "../../ui/Cards";
import { Countdown } from "../../ui/Countdown";
import { useShortcuts } from "../../ui/shortcuts";
import { messages } from "./messages";
import { useWaitingCount, waitingKey } from "./useWaiting";

const KINDS = ["ALL", "PERSON", "MESSAGE"] as const;
type Kind = (typeof KINDS)[number];

/** Who waits for a person's words, the shortest time first. */
export function WaitingList({ shop }: { shop: string | undefined }) {
  const t = useMessages(messages);
  const frame = useRef<HTMLDivElement>(null);
  const [kind, setKind] = useState<Kind>("ALL");
  const count = useWaitingCount().data;
  const list = usePages<WaitingItem>(waitingKey("list"), "/api/v1/waiting-customers", {
    shop,
    kind: kind === "ALL" ? undefined : kind,
  });
  const countOf: Record<Kind, number> = {
    ALL: count?.waiting ?? 0,
    PERSON: count?.wantPerson ?? 0,
    MESSAGE: (count?.waiting ?? 0) - (count?.wantPerson ?? 0),
  };
  useShortcuts([
    { keys: "j", label: t.next, run: () => stepCards(frame.current, 1) },
    { keys: "k", label: t.previous, run: () => stepCards(frame.current, -1) },
    { keys: "Enter", label: t.open, run: () => pressInCard("open") },
  ]);
  return (
    <div className="stack" ref={frame}>
      <div className="row wrap">
        <Segmented
          aria-label={t.waitingKinds}
          value={kind}
          onChange={setKind}
          options={KINDS.map((each) => ({
            value: each,
            label: count === undefined || shop !== undefined ? t[each] : `${t[each]} ${countOf[each]}`,
          }))}
        />
        <p className="muted">{t.waitingHint}</p>
      </div>
      <Cards
        list={list}
        name={t.waiting}
        empty={{ title: t.waitingNone, hint: t.waitingNoneHint }}
        cardKey={(item) => item.caseId}
        card={(item) => <WaitingCard item={item} />}
      />
    </div>
  );
}

function WaitingCard({ item }: { item: WaitingItem }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const shopName = useShopName();
  return (
    <>
      <div className="row">
        <Countdown to={item.dueAt} />
        <Badge tone={item.kind === "PERSON" ? "info" : "quiet"}>{t[item.kind]}</Badge>
        <Link to="/desk/cases/$id" params={{ id: item.caseId }} data-action="open" className="nums">
          {item.caseNo}
        </Link>
        <span>{item.customerName ?? "–"}</span>
        {item.late && <Badge tone="bad">{t.replyLate}</Badge>}
      </div>
      <div className="small muted">
        {shopName(item.shop)} · {item.title} · {word(states, item.state, spoken)} ·{" "}
        {t.since(formatDateTime(item.since, spoken))}
      </div>
      {item.words !== null && <p className="keep-lines">{item.words}</p>}
    </>
  );
}
