import { App, Button, Drawer, Popconfirm, Tabs } from "antd";
import { useState } from "react";
import { usePages } from "../../api/usePages";
import type { ScriptVersion, ScriptView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Facts } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { WordDialog } from "../../ui/WordDialog";
import { isScene, messages } from "./messages";
import { draftOf, EMPTY, ScriptForm } from "./ScriptForm";
import { ScriptText } from "./ScriptText";
import { scriptsPath, useScript, useScriptAct, type ScriptAct } from "./useScripts";
import { Vote } from "./Vote";

/** One script: read, written, reviewed, brought back. */
export function ScriptDrawer({
  shop,
  which,
  onClose,
  onCreated,
}: {
  shop: string;
  /** Null: a new one. */
  which: string | null;
  onClose: () => void;
  onCreated?: (which: string) => void;
}) {
  const t = useMessages(messages);
  const script = useScript(shop, which ?? "", which === null);
  const view = script.data;
  return (
    <Drawer open size="large" title={which ?? t.create} onClose={onClose}>
      {which === null ? (
        <ScriptForm
          shop={shop}
          which={null}
          revision={0}
          start={EMPTY}
          {...(onCreated === undefined ? {} : { onSaved: onCreated })}
        />
      ) : (
        <>
          <ProblemNote error={script.error} retry={() => void script.refetch()} />
          {view === undefined && script.error === null && <SkeletonRows rows={8} />}
          {view !== undefined && <Script shop={shop} which={which} view={view} onClose={onClose} />}
        </>
      )}
    </Drawer>
  );
}

interface Shown {
  shop: string;
  which: string;
  view: ScriptView;
}

function Script({ shop, which, view, onClose }: Shown & { onClose: () => void }) {
  const t = useMessages(messages);
  const start = view.open ?? view.live;
  return (
    <div className="stack">
      <Acts shop={shop} which={which} view={view} onClose={onClose} />
      {view.open?.approved === false && view.open.note !== null && (
        <p className="keep-lines">
          <strong>{t.note}</strong> {view.open.note}
        </p>
      )}
      <Tabs
        defaultActiveKey={view.status === "REVIEW" ? "compare" : "preview"}
        items={[
          ...(view.open === null
            ? []
            : [{ key: "compare", label: t.compare, children: <Both view={view} /> }]),
          {
            key: "preview",
            label: t.preview,
            children: start === null ? <p className="muted">{t.nothingLive}</p> : <Preview of={start} />,
          },
          {
            key: "edit",
            label: t.edit,
            children: (
              <ScriptForm
                key={view.revision}
                shop={shop}
                which={which}
                revision={view.revision}
                start={start === null ? EMPTY : draftOf(start, view.freshDays)}
              />
            ),
          },
          {
            key: "versions",
            label: t.versions,
            children: <Versions shop={shop} which={which} view={view} />,
          },
          { key: "voices", label: t.voices, children: <Voices shop={shop} which={which} view={view} /> },
        ]}
      />
    </div>
  );
}

function Both({ view }: { view: ScriptView }) {
  const t = useMessages(messages);
  return (
    <div className="stack">
      <h3>{t.live}</h3>
      {view.live === null ? <p className="muted">{t.nothingLive}</p> : <Preview of={view.live} />}
      <h3>{t.DRAFT}</h3>
      {view.open !== null && <Preview of={view.open} />}
    </div>
  );
}

function Preview({ of }: { of: ScriptVersion }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <div className="stack">
      <p>
        <ScriptText text={of.text} blanks={of.blanks} />
      </p>
      <Facts
        of={[
          [t.intents, of.intents.map((one) => one.name).join("、")],
          [t.scene, isScene(of.scene) ? t[`scene_${of.scene}`] : of.scene],
          [t.emotion, t[`mood_${of.emotion}`]],
          [t.when, t[`state_${of.state}`]],
          [t.tone, t[`tone_${of.tone}`]],
          [t.channel, t[`channel_${of.channel}`]],
        ]}
      />
      <p className="small muted">
        {of.number === 0 ? t.shippedVersion : t.versionNo(of.number)}
        {of.writtenAt !== null && (
          <> · {t.writtenBy(of.authors.join("、"), formatDateTime(of.writtenAt, spoken))}</>
        )}
        {of.approved === true && of.reviewedBy !== null && <> · {t.reviewedBy(of.reviewedBy)}</>}
      </p>
    </div>
  );
}

function Versions({ shop, which, view }: Shown) {
  const t = useMessages(messages);
  const { message: toast } = App.useApp();
  const versions = usePages<ScriptVersion>(
    ["script", shop, which, "versions", view.revision],
    `${scriptsPath(shop)}/${which}/versions`,
  );
  const { act } = useScriptAct(shop, which);
  const may = view.allowed.find((one) => one.action === "bring-back")?.enabled === true;
  return (
    <div className="stack">
      <ProblemNote error={versions.error ?? act.error} />
      {versions.items?.map((one) => (
        <section key={one.number} className="panel">
          <div className="panel-body stack tight">
            <span className="row wrap">
              <strong className="grow">
                {one.number === 0 ? t.shippedVersion : t.versionNo(one.number)}
              </strong>
              {one.number === view.live?.number ? (
                <Badge tone="good">{t.live}</Badge>
              ) : (
                may &&
                (one.number === 0 || one.approved === true) && (
                  <Button
                    size="small"
                    loading={act.isPending}
                    onClick={() =>
                      act.mutate(
                        { what: "live", revision: view.revision, body: { number: one.number } },
                        { onSuccess: () => void toast.success(t.broughtBack) },
                      )
                    }
                  >
                    {t.bringBack}
                  </Button>
                )
              )}
            </span>
            <ScriptText text={one.text} blanks={one.blanks} />
          </div>
        </section>
      ))}
      {versions.hasNextPage && <Button onClick={() => void versions.fetchNextPage()}>{t.versions}…</Button>}
    </div>
  );
}

function Voices({ shop, which, view }: Shown) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <div className="stack">
      {view.live !== null && <Vote shop={shop} which={which} />}
      {view.voices.length === 0 && <p className="muted">{t.noVoices}</p>}
      <ul className="stack tight">
        {view.voices.map((one) => (
          <li key={`${one.by} ${one.at}`} className="small">
            {formatDateTime(one.at, spoken)} · {one.by} · {one.good ? t.good : t.bad}
            {one.reason !== null && <> · {one.reason}</>}
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
} as const satisfies Partial<Record<ScriptAct["what"], keyof typeof messages>>;

function Acts({ shop, which, view, onClose }: Shown & { onClose: () => void }) {
  const t = useMessages(messages);
  const { message: toast } = App.useApp();
  const { act, discard } = useScriptAct(shop, which);
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
      { onSuccess: () => void toast.success(t[DONE[what]]) },
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
        {view.stale && <Badge tone="warn">{t.stale}</Badge>}
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
