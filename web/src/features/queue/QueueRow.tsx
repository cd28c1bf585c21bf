import { Link } from "@tanstack/react-router";
import { memo, type Ref } from "react";
import { useSession, useShopName } from "../../api/session";
import type { QueueItem } from "../../api/views";
import { reasons, states, toneOf, types, word } from "../../api/words";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { messages } from "./messages";

interface Props {
  ref: Ref<HTMLDivElement>;
  index: number;
  offset: number;
  item: QueueItem;
  active: boolean;
  onFocus: () => void;
  /** The case has moved on and no longer belongs to this view. */
  left: boolean;
}

export const QueueRow = memo(function QueueRow({ ref, index, offset, item, active, onFocus, left }: Props) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const shopName = useShopName();
  const me = useSession().id;
  const classes = ["queue-row", active ? "active" : "", left ? "left" : ""].join(" ");
  return (
    <div
      ref={ref}
      role="row"
      data-index={index}
      aria-rowindex={index + 1}
      aria-current={active || undefined}
      className={classes}
      style={{ transform: `translateY(${offset}px)` }}
      onFocus={onFocus}
    >
      <span role="cell" className="c-deadline">
        <Countdown to={item.deadlineAt} />
        {item.escalations > 0 && <span className="small bad">{t.escalated(item.escalations)}</span>}
      </span>
      <span role="cell" className="c-case">
        {/* The whole row is this link, by a stretched pseudo-element. */}
        <Link to="/desk/cases/$id" params={{ id: item.id }} preload={false} className="row-link nums">
          {item.no}
        </Link>
        <span className="small muted cut">{shopName(item.shop)}</span>
      </span>
      <span role="cell" className="c-what">
        <span className="cut">{item.title}</span>
        <span className="small muted cut">
          {word(types, item.type, spoken)} · {word(reasons, item.reason, spoken)}
        </span>
      </span>
      <span role="cell" className="c-because cut" title={item.ruleText}>
        {item.ruleText}
      </span>
      <span role="cell" className="c-customer">
        <span className="cut">{item.customerName ?? "–"}</span>
        {item.riskScore >= 60 && <span className="small bad">{t.risk(item.riskScore)}</span>}
      </span>
      <span role="cell" className="c-amount nums">
        {item.amountMinor === 0 ? "–" : formatMoney(item.amountMinor, item.currency, spoken)}
        {item.tierRequired !== null && <span className="small muted">{item.tierRequired}</span>}
      </span>
      <span role="cell" className="c-state">
        <Badge tone={toneOf(item.state)}>{word(states, item.state, spoken)}</Badge>
        {left && <span className="small muted">{t.moved}</span>}
      </span>
      <span role="cell" className="c-agent cut">
        {item.agentId === null ? (
          <span className="muted">{t.nobody}</span>
        ) : item.agentId === me ? (
          t.me
        ) : (
          (item.agentName ?? t.colleague)
        )}
      </span>
    </div>
  );
});
