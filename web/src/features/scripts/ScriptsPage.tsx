import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useMay, useSession } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { ScriptItem } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { ShopSelect } from "../../ui/ShopSelect";
import { Coverage } from "./Coverage";
import { LISTS, only, type ScriptFilter } from "./filter";
import { isScene, languages, messages } from "./messages";
import { ScriptDrawer } from "./ScriptDrawer";
import { ScriptText } from "./ScriptText";
import "./ScriptsPage.css";
import { Trials } from "./Trials";
import { scriptsKey, scriptsPath, useScriptCounts, useScriptNews } from "./useScripts";

/** The library of scripts: scenes beside the list, and what is drafted, to review or stale. */
export function ScriptsPage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { shops } = useSession();
  const mayWrite = useMay("SCRIPT_WRITE");
  const filter = useSearch({ from: "/house/rooms/scripts" });
  const navigate = useNavigate();
  const shop = filter.shop ?? shops[0]?.id ?? "";
  const list = filter.list ?? "ALL";
  const language = filter.language ?? spoken;
  const [creating, setCreating] = useState(false);
  const [beside, setBeside] = useState<"coverage" | "trials" | null>(null);
  useScriptNews(shop);
  const counts = useScriptCounts(shop, language).data;
  const scripts = usePages<ScriptItem>(scriptsKey(shop), scriptsPath(shop), {
    list,
    language,
    scene: filter.scene,
    intent: filter.intent,
    q: filter.q,
  });
  const change = (to: { [K in keyof ScriptFilter]: ScriptFilter[K] | undefined }) =>
    void navigate({ to: "/scripts", search: only({ ...filter, ...to }) });
  const countOf: Partial<Record<(typeof LISTS)[number], number>> =
    counts === undefined
      ? {}
      : {
          ALL: counts.all,
          DRAFT: counts.draft,
          REVIEW: counts.review,
          LIVE: counts.live,
          STALE: counts.stale,
          AWAY: counts.away,
        };
  return (
    <div className="work-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={(next) => change({ shop: next, script: undefined })} />
        <Button
          type="primary"
          disabled={!mayWrite}
          {...(mayWrite ? {} : { title: t.noRight })}
          onClick={() => setCreating(true)}
        >
          {t.create}
        </Button>
        <Button onClick={() => setBeside("coverage")}>{t.coverage}</Button>
        <Button onClick={() => setBeside("trials")}>{t.trials}</Button>
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
          value={language}
          onChange={(next: string) => change({ language: next })}
          options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          style={{ minWidth: 130 }}
        />
        {filter.intent !== undefined && (
          <Button onClick={() => change({ intent: undefined })}>{t.intentIs(filter.intent)} ×</Button>
        )}
      </span>
      <div className="scripts-body">
        <nav className="scripts-scenes" aria-label={t.scenes}>
          <button
            type="button"
            aria-pressed={filter.scene === undefined}
            onClick={() => change({ scene: undefined })}
          >
            {t.allScenes}
          </button>
          {counts?.scenes.map((one) => (
            <button
              key={one.scene}
              type="button"
              aria-pressed={filter.scene === one.scene}
              onClick={() => change({ scene: one.scene })}
            >
              {isScene(one.scene) ? t[`scene_${one.scene}`] : one.scene}
              <span className="nums muted">{one.count}</span>
            </button>
          ))}
        </nav>
        <PagedTable
          label={t[list]}
          list={scripts}
          rowKey={(one) => `${one.key}/${one.language}`}
          empty={<Nothing title={t.none} hint={t.noneHint} />}
          columns={[
            {
              key: "script",
              title: t.script,
              cell: (one) => (
                <span className="stack tight">
                  <button
                    type="button"
                    className="link"
                    onClick={() => change({ script: `${one.key}/${one.language}` })}
                  >
                    <ScriptText text={one.text} blanks={one.blanks} />
                  </button>
                  <span className="small muted">
                    {one.key} · {one.intents.map((intent) => intent.name).join("、")}
                  </span>
                </span>
              ),
            },
            {
              key: "emotion",
              title: t.emotion,
              wide: true,
              cell: (one) => t[`mood_${one.emotion}`],
            },
            { key: "state", title: t.state, cell: (one) => <StatusOf item={one} /> },
            {
              key: "votes",
              title: t.votes,
              wide: true,
              align: "end",
              cell: (one) => (
                <span className="nums">
                  {one.good} / {one.bad}
                </span>
              ),
            },
          ]}
        />
      </div>
      {beside === "coverage" && (
        <Coverage
          shop={shop}
          language={language}
          show={(intent) => {
            setBeside(null);
            change({ intent, scene: undefined, list: "ALL" });
          }}
          onClose={() => setBeside(null)}
        />
      )}
      {beside === "trials" && <Trials shop={shop} language={language} onClose={() => setBeside(null)} />}
      {creating && (
        <ScriptDrawer
          shop={shop}
          which={null}
          onClose={() => setCreating(false)}
          onCreated={(script) => {
            setCreating(false);
            change({ script });
          }}
        />
      )}
      {filter.script !== undefined && (
        <ScriptDrawer
          key={filter.script}
          shop={shop}
          which={filter.script}
          onClose={() => change({ script: undefined })}
        />
      )}
    </div>
  );
}

function StatusOf({ item }: { item: ScriptItem }) {
  const t = useMessages(messages);
  const tone = { DRAFT: "quiet", REVIEW: "info", LIVE: "good", AWAY: "quiet" } as const;
  return (
    <span className="row wrap">
      <Badge tone={tone[item.status]}>{t[item.status]}</Badge>
      {item.own && <Badge tone="info">{t.own}</Badge>}
      {item.stale && <Badge tone="warn">{t.stale}</Badge>}
    </span>
  );
}
