import type { ConversationItem } from "../../api/views";
import { formatDateTime, formatDuration, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { useTicking } from "../../ui/ticker";
import { messages } from "./messages";

export function Line({
  item,
  chosen,
  open,
}: {
  item: ConversationItem;
  chosen: boolean;
  open: (id: string) => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <li>
      <button
        type="button"
        className={chosen ? "talk-line chosen" : "talk-line"}
        aria-current={chosen}
        onClick={() => open(item.id)}
      >
        <span className="row">
          <strong className="cut grow">{item.customerName ?? t.someone}</strong>
          {item.unread > 0 && (
            <span className="talk-unread" aria-label={t.unread(item.unread)}>
              {item.unread > 99 ? "99+" : item.unread}
            </span>
          )}
          <time className="small muted nums" dateTime={item.lastAt}>
            {formatDateTime(item.lastAt, spoken)}
          </time>
        </span>
        <span className="cut talk-last">
          {item.lastFrom === "STAFF" && <span className="muted">{t.answer}：</span>}
          {item.lastText === "" ? t.attachment : item.lastText}
        </span>
        <span className="row small">
          <span className="cut muted grow">
            {item.channelName}
            {item.orderNo !== null && ` · ${item.orderNo}`}
            {` · ${item.bot ? t.bot : (item.agentName ?? t.nobody)}`}
          </span>
          {item.bot && <Badge tone="info">{t.withBot}</Badge>}
          {item.missed && <Badge tone="bad">{t.missed}</Badge>}
          {item.dueAt !== null && <Countdown to={item.dueAt} />}
          {item.waitingSince !== null && !item.bot && <Waits since={item.waitingSince} />}
        </span>
      </button>
    </li>
  );
}

const SOON = 2 * 60_000;
const LATE = 10 * 60_000;

function Waits({ since }: { since: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const text = useTicking((now) => formatDuration(now - Date.parse(since), spoken));
  const tone = useTicking((now) => {
    const waited = now - Date.parse(since);
    return waited > LATE ? "bad" : waited > SOON ? "warn" : "info";
  });
  return <Badge tone={tone}>{t.waits(text)}</Badge>;
}
