import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button, Input, Modal } from "antd";
import { useState } from "react";
import { newId } from "../../api/id";
import { useMay, useSession } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { GapView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Field } from "../../ui/Field";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShopSelect } from "../../ui/ShopSelect";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { gapMessages } from "./gapMessages";
import "./KnowledgePage.css";
import { GAP_STATES, gapsKey, gapsPath, useGapAct, useMining } from "./useGaps";

const SHOWN = 5;

/** What nobody could answer: gathered, drafted, measured. */
export function GapsPage() {
  const t = useMessages(gapMessages);
  const spoken = useLanguage();
  const { shops } = useSession();
  const mayWrite = useMay("KNOWLEDGE_WRITE");
  const filter = useSearch({ from: "/house/rooms/knowledge/gaps" });
  const navigate = useNavigate();
  const shop = filter.shop ?? shops[0]?.id ?? "";
  const state = GAP_STATES.find((one) => one === filter.state) ?? "OPEN";
  const gaps = usePages<GapView>(gapsKey(shop), gapsPath(shop), { state });
  const { mining, want } = useMining(shop);
  const change = (to: { shop?: string; state?: string }) =>
    void navigate({ to: "/knowledge/gaps", search: { ...filter, ...to } });
  const looking = mining.data?.wanted === true;
  return (
    <div className="work-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={(next) => change({ shop: next })} />
        <Button
          type="primary"
          disabled={!mayWrite || looking}
          {...(mayWrite ? {} : { title: t.noRight })}
          loading={want.isPending}
          onClick={() => want.mutate()}
        >
          {looking ? t.mining : t.mineNow}
        </Button>
        <Link to="/knowledge" search={{ shop }}>
          {t.library}
        </Link>
        <p className="muted">{t.hint}</p>
      </div>
      <p className="small muted" role="status">
        {mining.data?.minedAt == null
          ? t.never
          : t.minedAt(
              formatDateTime(mining.data.minedAt, spoken),
              mining.data.questions,
              mining.data.answered,
            )}
      </p>
      <ProblemNote error={want.error ?? gaps.error} />
      <div className="state-tabs" role="group" aria-label={t.lists}>
        {GAP_STATES.map((one) => (
          <button key={one} type="button" aria-pressed={one === state} onClick={() => change({ state: one })}>
            {t[one]}
          </button>
        ))}
      </div>
      {gaps.items === undefined && gaps.error === null && <SkeletonRows rows={6} />}
      {gaps.items?.length === 0 && <Nothing title={t.none} hint={t.noneHint} />}
      {gaps.items?.map((gap) => (
        <Gap key={gap.id} shop={shop} gap={gap} />
      ))}
      {gaps.hasNextPage && <Button onClick={() => void gaps.fetchNextPage()}>…</Button>}
    </div>
  );
}

function Gap({ shop, gap }: { shop: string; gap: GapView }) {
  const t = useMessages(gapMessages);
  const navigate = useNavigate();
  const mayWrite = useMay("KNOWLEDGE_WRITE");
  const mayTeach = useMay("LANGUAGE_WRITE");
  const { article, dismiss, intent } = useGapAct(shop, gap);
  const [naming, setNaming] = useState(false);
  const open = (id: string) => void navigate({ to: "/knowledge", search: { shop, article: id } });
  const why = mayWrite ? {} : { disabled: true, title: t.noRight };
  return (
    <Panel title={gap.name} extra={<Badge tone="info">{t.asked(gap.asked)}</Badge>}>
      <div className="stack">
        <div className="stack tight">
          <strong>{gap.example}</strong>
          <span className="small muted">{t.questions}</span>
          <ul className="stack tight">
            {gap.questions
              .filter((one) => one !== gap.example)
              .slice(0, SHOWN)
              .map((one) => (
                <li key={one}>{one}</li>
              ))}
          </ul>
        </div>
        {gap.reply !== null && (
          <p className="keep-lines">
            <span className="small muted">{t.reply}</span> {gap.reply}
          </p>
        )}
        {gap.state === "DRAFTED" && <Effect gap={gap} />}
        <ProblemNote error={article.error ?? dismiss.error} />
        <span className="row wrap">
          {gap.article !== null ? (
            <Button type="primary" onClick={() => open(gap.article ?? "")}>
              {t.openArticle}
            </Button>
          ) : (
            <Button
              type="primary"
              {...why}
              loading={article.isPending}
              onClick={() => article.mutate(undefined, { onSuccess: (now) => open(now.article ?? now.id) })}
            >
              {t.article}
            </Button>
          )}
          {mayTeach && gap.kind === null && (
            <Button {...why} onClick={() => setNaming(true)}>
              {t.intent}
            </Button>
          )}
          {gap.intent !== null && <Badge tone="info">{t.intentIs(gap.intent)}</Badge>}
          {gap.state === "OPEN" && (
            <Button type="text" {...why} loading={dismiss.isPending} onClick={() => dismiss.mutate()}>
              {t.dismiss}
            </Button>
          )}
        </span>
      </div>
      {naming && <NameIntent gap={gap} intent={intent} onClose={() => setNaming(false)} />}
    </Panel>
  );
}

function Effect({ gap }: { gap: GapView }) {
  const t = useMessages(gapMessages);
  const spoken = useLanguage();
  const { effect } = gap;
  if (effect.since === null) return <p className="small muted">{t.notLive}</p>;
  return (
    <p className="small">
      {t.before(effect.askedBefore, effect.answeredBefore)}
      <br />
      <strong>
        {t.since(formatDateTime(effect.since, spoken), effect.askedSince, effect.answeredSince)}
      </strong>
    </p>
  );
}

function NameIntent({
  gap,
  intent,
  onClose,
}: {
  gap: GapView;
  intent: ReturnType<typeof useGapAct>["intent"];
  onClose: () => void;
}) {
  const t = useMessages(gapMessages);
  const { message: toast } = App.useApp();
  const [key, setKey] = useState("");
  const [name, setName] = useState(gap.name.slice(0, 40));
  const [ids] = useState(() => gap.questions.map(newId));
  const ready = key !== "" && name.trim() !== "";
  return (
    <Modal
      open
      title={t.intent}
      okText={t.create}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !ready, loading: intent.isPending }}
      onCancel={onClose}
      onOk={() =>
        intent.mutate(
          { key, name: name.trim(), ids },
          {
            onSuccess: () => {
              void toast.success(t.intentMade);
              onClose();
            },
          },
        )
      }
    >
      <div className="stack">
        <Field label={t.intentKey} hint={t.intentHint}>
          {(ids) => (
            <Input {...ids} maxLength={40} value={key} onChange={(e) => setKey(e.target.value.trim())} />
          )}
        </Field>
        <Field label={t.intentName}>
          {(ids) => <Input {...ids} maxLength={40} value={name} onChange={(e) => setName(e.target.value)} />}
        </Field>
        <ProblemNote error={intent.error} />
      </div>
    </Modal>
  );
}
