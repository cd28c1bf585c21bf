import { Button } from "antd";
import { usePages } from "../../api/usePages";
import type { FoundMessage } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import type { ConversationFilter } from "./filter";
import { pieces } from "./marks";
import { messages } from "./messages";

/** What was said with these words, newest first. */
export function Found({
  q,
  filter,
  open,
}: {
  q: string;
  filter: ConversationFilter;
  open: (id: string) => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const found = usePages<FoundMessage>(["found"], "/api/v1/conversation-search", {
    q,
    channel: filter.channel,
  });
  return (
    <>
      <h2 className="talk-found">{t.found}</h2>
      <ProblemNote error={found.error} retry={() => void found.refetch()} />
      {found.items === undefined && !found.isError && <SkeletonRows rows={6} height={44} />}
      {found.items?.length === 0 && <Nothing title={t.foundNone} hint={t.foundNoneHint} />}
      <ul className="talk-lines">
        {found.items?.map((hit) => (
          <li key={`${hit.conversation} ${hit.seq}`}>
            <button
              type="button"
              className={hit.conversation === filter.id ? "talk-line chosen" : "talk-line"}
              onClick={() => open(hit.conversation)}
            >
              <span className="row">
                <strong className="cut grow">{hit.customerName ?? t.someone}</strong>
                <time className="small muted nums" dateTime={hit.at}>
                  {formatDateTime(hit.at, spoken)}
                </time>
              </span>
              <span>
                {pieces(hit.text, hit.marks).map((piece, n) =>
                  piece.marked ? <mark key={n}>{piece.text}</mark> : <span key={n}>{piece.text}</span>,
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button
          type="text"
          block
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t.more}
        </Button>
      )}
    </>
  );
}
