import { App, Button, Drawer, Popconfirm, Tabs } from "antd";
import { useState } from "react";
import type { ArticleVersion, ArticleView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { WordDialog } from "../../ui/WordDialog";
import { AnswerText } from "./AnswerText";
import { ArticleForm } from "./ArticleForm";
import { Compare } from "./Compare";
import { draftOf, EMPTY } from "./draft";
import { messages } from "./messages";
import { useArticle, useArticleAct, type ArticleAct } from "./useLibrary";

/** One article: read, written, reviewed. */
export function ArticleDrawer({
  shop,
  id,
  isNew = false,
  onClose,
}: {
  shop: string;
  id: string;
  isNew?: boolean;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const [written, setWritten] = useState(!isNew);
  const article = useArticle(shop, id, !written);
  const view = article.data;
  return (
    <Drawer open size="large" title={view?.item.question ?? t.create} onClose={onClose}>
      <ProblemNote error={article.error} retry={() => void article.refetch()} />
      {written && view === undefined && article.error === null && <SkeletonRows rows={8} />}
      {!written && (
        <ArticleForm
          shop={shop}
          id={id}
          revision={0}
          start={EMPTY}
          before={null}
          isNew
          onSaved={() => setWritten(true)}
        />
      )}
      {view !== undefined && <Article shop={shop} id={id} view={view} onClose={onClose} />}
    </Drawer>
  );
}

function Article({
  shop,
  id,
  view,
  onClose,
}: {
  shop: string;
  id: string;
  view: ArticleView;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const reviewing = view.item.state === "REVIEW";
  const shown = view.open ?? view.live;
  return (
    <div className="stack">
      <Acts shop={shop} id={id} view={view} onClose={onClose} />
      {view.open?.approved === false && view.open.note !== null && (
        <p className="keep-lines">
          <strong>{t.note}</strong> {view.open.note}
        </p>
      )}
      <Tabs
        defaultActiveKey={reviewing ? "compare" : "edit"}
        items={[
          ...(view.open === null
            ? []
            : [
                {
                  key: "compare",
                  label: t.compare,
                  children: <Compare before={view.live} after={view.open} />,
                },
              ]),
          {
            key: "edit",
            label: t.edit,
            children: (
              <ArticleForm
                key={view.revision}
                shop={shop}
                id={id}
                revision={view.revision}
                start={draftOf(view)}
                before={shown}
              />
            ),
          },
          {
            key: "preview",
            label: t.preview,
            children: shown === null ? null : <Preview of={shown} />,
          },
          { key: "usage", label: t.usage, children: <Usage view={view} /> },
        ]}
      />
    </div>
  );
}

function Preview({ of }: { of: ArticleVersion }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <div className="stack">
      <h2>{of.question}</h2>
      <AnswerText html={of.html} />
      <p className="small muted">
        {t.versionNo(of.number)} ·{" "}
        {t.writtenBy(
          of.authors.map((one) => (one === "system" ? t.system : one)).join("、"),
          formatDateTime(of.writtenAt, spoken),
        )}
        {of.approved === true && of.reviewedBy !== null && of.reviewedBy !== "system" && (
          <> · {t.reviewedBy(of.reviewedBy)}</>
        )}
      </p>
    </div>
  );
}

function Usage({ view }: { view: ArticleView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <div className="stack">
      <p className="nums">
        {t.use}: {view.item.used} / {view.item.helped}
      </p>
      {view.confirmedBy !== null && view.confirmedAt !== null && (
        <p className="small muted">
          {t.confirmedBy(
            view.confirmedBy === "system" ? t.system : view.confirmedBy,
            formatDateTime(view.confirmedAt, spoken),
          )}
        </p>
      )}
      <ul className="stack tight">
        {view.uses.map((use) => (
          <li key={`${use.at} ${use.by}`} className="small">
            {formatDateTime(use.at, spoken)} · {t[use.place]} · {use.by === "visitor" ? t.visitor : use.by} ·{" "}
            {t[use.outcome]}
          </li>
        ))}
      </ul>
    </div>
  );
}

const DONE = {
  submission: "submitted",
  approval: "approved",
  confirmation: "confirmed",
  withdrawal: "takenAway",
} as const satisfies Partial<Record<ArticleAct["what"], keyof typeof messages>>;

function Acts({
  shop,
  id,
  view,
  onClose,
}: {
  shop: string;
  id: string;
  view: ArticleView;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const { message: toast } = App.useApp();
  const { act, discard } = useArticleAct(shop, id);
  const [refusing, setRefusing] = useState(false);
  const may = (action: string) => view.allowed.find((one) => one.action === action);
  const why = (action: string) => {
    const found = may(action);
    if (found === undefined || found.enabled) return {};
    return { disabled: true, title: found.because === "own-work" ? t.ownWork : t.permission };
  };
  const go = (what: keyof typeof DONE, body?: unknown) =>
    act.mutate(
      { what, revision: view.revision, body },
      {
        onSuccess: () => void toast.success(t[DONE[what]]),
      },
    );
  return (
    <div className="stack tight">
      <span className="row wrap">
        {may("submit") !== undefined && (
          <Button type="primary" {...why("submit")} loading={act.isPending} onClick={() => go("submission")}>
            {t.submit}
          </Button>
        )}
        {may("approve") !== undefined && (
          <>
            <Button
              type="primary"
              {...why("approve")}
              loading={act.isPending}
              onClick={() => go("approval", {})}
            >
              {t.approve}
            </Button>
            <Button {...why("send-back")} onClick={() => setRefusing(true)}>
              {t.sendBack}
            </Button>
          </>
        )}
        {may("confirm") !== undefined && (
          <Button {...why("confirm")} onClick={() => go("confirmation")}>
            {t.confirm}
          </Button>
        )}
        {may("discard") !== undefined && (
          <Popconfirm
            title={t.discard}
            okText={t.discard}
            cancelText={t.cancel}
            onConfirm={() => discard.mutate(view.revision, { onSuccess: onClose })}
          >
            <Button {...why("discard")}>{t.discard}</Button>
          </Popconfirm>
        )}
        {may("take-away") !== undefined && (
          <Popconfirm
            title={t.takeAway}
            description={t.takeAwayHint}
            okText={t.takeAway}
            cancelText={t.cancel}
            onConfirm={() => go("withdrawal")}
          >
            <Button danger {...why("take-away")}>
              {t.takeAway}
            </Button>
          </Popconfirm>
        )}
      </span>
      {!refusing && <ProblemNote error={act.error ?? discard.error} />}
      {refusing && (
        <WordDialog
          title={t.sendBack}
          label={t.because}
          send={async (note) => {
            await act.mutateAsync({ what: "refusal", revision: view.revision, body: { note } });
          }}
          onClose={() => setRefusing(false)}
        />
      )}
    </div>
  );
}
