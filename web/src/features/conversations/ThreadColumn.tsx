import { ArrowLeftOutlined, InfoCircleOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import type { Typed } from "../../api/talk";
import type { ConversationView, ThreadView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { Acts } from "./Acts";
import { Composer } from "./Composer";
import { messages } from "./messages";
import { Message } from "./Message";
import { useConversation, usePresence, useSeen } from "./useConversation";

export function ThreadColumn({
  id,
  back,
  showSide,
  check,
  top,
}: {
  id: string;
  back: () => void;
  showSide: () => void;
  check?: (typed: Typed) => ReactNode;
  top: ReactNode;
}) {
  const t = useMessages(messages);
  const { view, thread, earlier } = useConversation(id);
  const [writing, setWriting] = useState(false);
  useSeen(id, thread.data?.lastSeq);
  const item = view.data?.item;
  return (
    <section className="talk-thread" aria-label={item?.customerName ?? t.someone}>
      <header className="talk-head">
        <Button
          className="only-phone"
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={t.back}
          onClick={back}
        />
        <h2 className="cut">{item?.customerName ?? t.someone}</h2>
        {item !== undefined && item.state !== "OPEN" && (
          <Badge tone={item.state === "CLOSED" ? "quiet" : "warn"}>
            {item.state === "CLOSED" ? t.closed : t.snoozed}
          </Badge>
        )}
        <span className="grow" />
        {view.data !== undefined && <Acts view={view.data} />}
        <Button
          className="not-wide"
          type="text"
          icon={<InfoCircleOutlined />}
          aria-label={t.about}
          onClick={showSide}
        />
      </header>
      {top}
      <ProblemNote error={view.error ?? thread.error} retry={() => void thread.refetch()} />
      {thread.data === undefined ? (
        <div className="talk-said">{!thread.isError && <SkeletonRows rows={6} height={40} />}</div>
      ) : (
        <Said
          thread={thread.data}
          loading={earlier.isPending}
          loadEarlier={() => earlier.mutate(thread.data.items[0]?.seq ?? 1)}
        />
      )}
      <Others id={id} writing={writing} />
      {view.data !== undefined && (
        <WriteBox view={view.data} onWriting={setWriting} {...(check === undefined ? {} : { check })} />
      )}
    </section>
  );
}

interface WriteBoxProps {
  view: ConversationView;
  onWriting: (writing: boolean) => void;
  check?: (typed: Typed) => ReactNode;
}

function WriteBox({ view, onWriting, check }: WriteBoxProps) {
  const t = useMessages(messages);
  if (view.allowed.length === 0) return <p className="talk-hint muted">{t.mayOnlyRead}</p>;
  return <Composer view={view} onWriting={onWriting} {...(check === undefined ? {} : { check })} />;
}

function Others({ id, writing }: { id: string; writing: boolean }) {
  const t = useMessages(messages);
  const others = usePresence(id, writing);
  const names = (who: typeof others) => who.map((one) => one.name).join("、");
  const writers = others.filter((one) => one.writing);
  const readers = others.filter((one) => !one.writing);
  return (
    <p className="talk-others" role="status">
      {writers.length > 0 && <Badge tone="warn">{t.writes(names(writers))}</Badge>}
      {readers.length > 0 && <Badge tone="info">{t.reads(names(readers))}</Badge>}
    </p>
  );
}

const NEAR_END = 80;

/** Stays at the newest message unless one reads further up. */
function Said({
  thread,
  loading,
  loadEarlier,
}: {
  thread: ThreadView;
  loading: boolean;
  loadEarlier: () => void;
}) {
  const t = useMessages(messages);
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const before = useRef({ first: 0, height: 0 });
  const first = thread.items[0]?.seq ?? 0;
  const last = thread.items.at(-1)?.seq ?? 0;
  const [seen, setSeen] = useState(last);

  useLayoutEffect(() => {
    const frame = box.current;
    if (frame === null) return;
    if (before.current.first > first && first > 0) {
      // Earlier messages came in above: what one reads stays where it is.
      frame.scrollTop += frame.scrollHeight - before.current.height;
    } else if (atEnd.current) {
      frame.scrollTop = frame.scrollHeight;
    }
    before.current = { first, height: frame.scrollHeight };
  }, [first, last]);
  useEffect(() => {
    if (atEnd.current) setSeen(last);
  }, [last]);

  return (
    <div
      className="talk-said"
      ref={box}
      // A frame that scrolls is reached by key as well.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="log"
      aria-label={t.title}
      onScroll={(event) => {
        const frame = event.currentTarget;
        atEnd.current = frame.scrollHeight - frame.scrollTop - frame.clientHeight < NEAR_END;
        if (atEnd.current) setSeen(last);
      }}
    >
      {thread.earlier && (
        <Button type="text" block loading={loading} onClick={loadEarlier}>
          {t.earlier}
        </Button>
      )}
      <ol>
        {thread.items.map((one) => (
          <Message key={one.seq} one={one} />
        ))}
      </ol>
      {seen < last && (
        <button
          type="button"
          className="talk-fresh"
          onClick={() => box.current?.scrollTo({ top: box.current.scrollHeight })}
        >
          {t.fresh}
        </button>
      )}
    </div>
  );
}
