import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { ModelsView, ModelView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages, percent } from "./messages";
import { useModels } from "./useModels";

const TONES = { WAITING: "info", TRAINING: "info", READY: "good", FAILED: "bad" } as const;

/** Every version with its grades; any that is kept answers again with one click. */
export function ModelsTab({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const mayWrite = useMay("LANGUAGE_WRITE");
  const models = useModels(shop);
  const putLive = useMutation({
    mutationFn: (version: number) =>
      api.put<ModelsView>(`/api/v1/shops/${shop}/language-models/live`, { version }),
    onSuccess: (view) => {
      queries.setQueryData(["language-models", shop], view);
      void toast.success(t.rolledBack);
    },
  });
  const live = models.data?.live ?? 0;
  const grade = (share: number | null) => (
    <span className="nums">{share === null ? "–" : percent(share)}</span>
  );
  return (
    <div className="stack">
      <ProblemNote error={putLive.error} />
      <span className="row wrap">
        <span>{t.shipped}</span>
        {live === 0 ? (
          <Badge tone="good">{t.live}</Badge>
        ) : (
          <Button
            size="small"
            disabled={!mayWrite}
            {...(mayWrite ? {} : { title: t.noRight })}
            loading={putLive.isPending}
            onClick={() => putLive.mutate(0)}
          >
            {t.rollBack}
          </Button>
        )}
      </span>
      <PagedTable
        label={t.models}
        list={{ items: models.data?.models, error: models.error, refetch: models.refetch }}
        rowKey={(one) => one.id}
        empty={<Nothing title={t.noModels} hint={t.noModelsHint} />}
        columns={[
          {
            key: "version",
            title: t.version,
            cell: (one) => (
              <span className="stack tight">
                <span>
                  <span className="nums">{one.version}</span>{" "}
                  {one.live && <Badge tone="good">{t.live}</Badge>}
                </span>
                <span className="small muted">{formatDateTime(one.askedAt, spoken)}</span>
                <span className="small muted">{one.askedBy}</span>
              </span>
            ),
          },
          { key: "state", title: t.state, cell: (one) => <StateOf one={one} live={live} /> },
          { key: "accuracy", title: t.accuracy, align: "end", cell: (one) => grade(one.accuracy) },
          { key: "f1", title: t.macroF1, align: "end", wide: true, cell: (one) => grade(one.macroF1) },
          {
            key: "calibration",
            title: t.calibration,
            align: "end",
            wide: true,
            cell: (one) => <span className="nums">{one.calibration?.toFixed(3) ?? "–"}</span>,
          },
          {
            key: "examples",
            title: t.examples,
            align: "end",
            wide: true,
            cell: (one) => <span className="nums">{one.examples}</span>,
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (one) =>
              one.state === "READY" &&
              !one.live && (
                <Button
                  size="small"
                  disabled={!mayWrite}
                  {...(mayWrite ? {} : { title: t.noRight })}
                  loading={putLive.isPending}
                  onClick={() => putLive.mutate(one.version)}
                >
                  {one.version < live ? t.rollBack : t.putLive}
                </Button>
              ),
          },
        ]}
      />
    </div>
  );
}

function StateOf({ one, live }: { one: ModelView; live: number }) {
  const t = useMessages(messages);
  return (
    <span className="stack tight">
      <span>
        <Badge tone={TONES[one.state]}>{t[one.state]}</Badge>
        {one.state === "TRAINING" && <span className="small nums"> {one.progress} %</span>}
      </span>
      {one.trouble !== null && <span className="small muted">{one.trouble}</span>}
      {one.state === "READY" && one.version > live && live > 0 && (
        <span className="small muted">{t.heldBack}</span>
      )}
      {one.confusions.length > 0 && (
        <details>
          <summary className="small">{t.confusions}</summary>
          <ul className="small">
            {one.confusions.map((pair) => (
              <li key={pair.truth + pair.said}>
                {t.takenFor(pair.truthName, pair.saidName, pair.count)}
                <span className="muted">：{pair.example}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </span>
  );
}
