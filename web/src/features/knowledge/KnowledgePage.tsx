import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Drawer, Input, Select } from "antd";
import { useState } from "react";
import { newId } from "../../api/id";
import { useMay, useSession } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { ArticleItem } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { ShopSelect } from "../../ui/ShopSelect";
import { ArticleDrawer } from "./ArticleDrawer";
import { Credits } from "./Credits";
import { LISTS, only, type KnowledgeFilter } from "./filter";
import "./KnowledgePage.css";
import { languages, messages } from "./messages";
import { TryBox } from "./TryBox";
import { articlesKey, libraryPath, useArticleCounts, useLibraryNews } from "./useLibrary";

/** The library of a shop: what is written, what waits for a review, what nobody has confirmed. */
export function KnowledgePage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { shops } = useSession();
  const mayWrite = useMay("KNOWLEDGE_WRITE");
  const filter = useSearch({ from: "/house/rooms/knowledge" });
  const navigate = useNavigate();
  const shop = filter.shop ?? shops[0]?.id ?? "";
  const list = filter.list ?? "ALL";
  const [creating, setCreating] = useState<string | null>(null);
  const [trying, setTrying] = useState(false);
  useLibraryNews(shop);
  const counts = useArticleCounts(shop).data;
  const articles = usePages<ArticleItem>(articlesKey(shop), libraryPath(shop), {
    list,
    language: filter.language,
    q: filter.q,
  });
  const change = (to: { [K in keyof KnowledgeFilter]: KnowledgeFilter[K] | undefined }) =>
    void navigate({ to: "/knowledge", search: only({ ...filter, ...to }) });
  const countOf: Partial<Record<(typeof LISTS)[number], number>> =
    counts === undefined
      ? {}
      : {
          DRAFT: counts.draft,
          REVIEW: counts.review,
          PROPOSED: counts.proposed,
          LIVE: counts.live,
          STALE: counts.stale,
          AWAY: counts.away,
        };
  return (
    <div className="work-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={(next) => change({ shop: next, article: undefined })} />
        <Button
          type="primary"
          disabled={!mayWrite}
          {...(mayWrite ? {} : { title: t.noRight })}
          onClick={() => setCreating(newId())}
        >
          {t.create}
        </Button>
        <Button onClick={() => setTrying(true)}>{t.try}</Button>
        <Link to="/knowledge/gaps" search={{ shop }}>
          {t.gaps}
        </Link>
        <a href={`/help/${shop}`} target="_blank" rel="noreferrer">
          {t.helpCentre}
        </a>
        <p className="muted">{t.hint}</p>
      </div>
      <div className="state-tabs" role="group" aria-label={t.lists}>
        {LISTS.map((one) => (
          <button key={one} type="button" aria-pressed={one === list} onClick={() => change({ list: one })}>
            {t[one]}
            {countOf[one] !== undefined && <span className="nums">{countOf[one]}</span>}
          </button>
        ))}
      </div>
      <span className="row wrap">
        <Input.Search
          aria-label={t.search}
          placeholder={t.search}
          allowClear
          defaultValue={filter.q ?? ""}
          onSearch={(q) => change({ q })}
          style={{ maxWidth: 320 }}
        />
        <Select
          aria-label={t.language}
          placeholder={t.language}
          allowClear
          value={filter.language ?? null}
          onChange={(language: string | null | undefined) => change({ language: language ?? undefined })}
          options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          style={{ minWidth: 140 }}
        />
        <Credits shop={shop} />
      </span>
      <PagedTable
        label={t[list]}
        list={articles}
        rowKey={(one) => one.id}
        empty={<Nothing title={t.none} hint={t.noneHint} />}
        columns={[
          {
            key: "question",
            title: t.question,
            cell: (one) => (
              <span className="stack tight">
                <button type="button" className="link" onClick={() => change({ article: one.id })}>
                  {one.question}
                </button>
                {one.proposedBy !== null && (
                  <span className="small muted">{t.proposedBy(one.proposedBy)}</span>
                )}
              </span>
            ),
          },
          { key: "state", title: t.state, cell: (one) => <StateOf item={one} /> },
          {
            key: "language",
            title: t.language,
            wide: true,
            cell: (one) => languages[one.language] ?? one.language,
          },
          {
            key: "use",
            title: t.use,
            wide: true,
            align: "end",
            cell: (one) => (
              <span className="nums">
                {one.used} / {one.helped}
              </span>
            ),
          },
          {
            key: "changed",
            title: t.changed,
            wide: true,
            cell: (one) => formatDateTime(one.changedAt, spoken),
          },
        ]}
      />
      {creating !== null && (
        <ArticleDrawer key={creating} shop={shop} id={creating} isNew onClose={() => setCreating(null)} />
      )}
      {filter.article !== undefined && (
        <ArticleDrawer
          key={filter.article}
          shop={shop}
          id={filter.article}
          onClose={() => change({ article: undefined })}
        />
      )}
      <Drawer open={trying} title={t.try} size="large" onClose={() => setTrying(false)}>
        <TryBox
          key={shop}
          shop={shop}
          open={(article) => {
            setTrying(false);
            change({ article });
          }}
        />
      </Drawer>
    </div>
  );
}

function StateOf({ item }: { item: ArticleItem }) {
  const t = useMessages(messages);
  const tone = { DRAFT: "quiet", REVIEW: "info", LIVE: "good", AWAY: "quiet" } as const;
  return (
    <span className="row wrap">
      <Badge tone={tone[item.state]}>{t[item.state]}</Badge>
      {item.live && item.state !== "LIVE" && <Badge tone="good">{t.live}</Badge>}
      {item.stale && <Badge tone="warn">{t.stale}</Badge>}
    </span>
  );
}
