import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Progress, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import { usePages } from "../../api/usePages";
import type { PolicyTrial, PolicyTrialDifference } from "../../api/views";
import { formatDateTime, formatMoney, useLanguage, useMessages } from "../../i18n";
import { PagedTable } from "../../ui/PagedTable";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { policyPath } from "./usePolicy";

const SIZES = [500, 5_000, 20_000];
const ASKED_EVERY = 700;

/** Tries the draft on past cases; the progress is asked for until it has ended. */
export function TrialPanel({ shop, ready }: { shop: string; ready: boolean }) {
  const t = useMessages(messages);
  const [cases, setCases] = useState(5_000);
  const [id, setId] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: (fresh: string) => api.put<PolicyTrial>(policyPath(shop, `/trials/${fresh}`), { cases }),
    onSuccess: (trial) => setId(trial.id),
  });
  const trial = useQuery({
    queryKey: ["policy-trial", shop, id],
    queryFn: ({ signal }) => api.get<PolicyTrial>(policyPath(shop, `/trials/${id}`), { signal }),
    enabled: id !== null,
    refetchInterval: (query) => (ended(query.state.data) ? false : ASKED_EVERY),
  });
  const shown = trial.data;
  return (
    <Panel
      title={t.tryTitle}
      extra={
        <div className="row wrap">
          <Select
            aria-label={t.cases}
            value={cases}
            onChange={setCases}
            options={SIZES.map((size) => ({ value: size, label: `${t.cases} ${size}` }))}
          />
          <Button
            disabled={!ready || (shown !== undefined && !ended(shown))}
            title={ready ? undefined : t.nothingChanged}
            loading={begin.isPending}
            onClick={() => begin.mutate(newId())}
          >
            {t.tryNow}
          </Button>
        </div>
      }
    >
      <p className="muted">{t.tryHint}</p>
      <ProblemNote error={begin.error ?? trial.error} />
      {shown !== undefined && (
        <div className="stack">
          {!ended(shown) && (
            <Progress
              percent={shown.total === 0 ? 0 : Math.floor((100 * shown.done) / shown.total)}
              aria-label={t.progress(shown.done, shown.total)}
            />
          )}
          <p role="status">
            {ended(shown)
              ? shown.differing === 0
                ? t.noneDiffer(shown.total)
                : t.differing(shown.differing, shown.total)
              : t.progress(shown.done, shown.total)}
            {shown.unreadable > 0 && ` · ${t.unreadable(shown.unreadable)}`}
          </p>
          {ended(shown) && shown.differing > 0 && <Found shop={shop} trial={shown.id} />}
        </div>
      )}
    </Panel>
  );
}

function ended(trial: PolicyTrial | undefined): boolean {
  return trial?.state === "DONE" || trial?.state === "FAILED";
}

function Found({ shop, trial }: { shop: string; trial: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const list = usePages<PolicyTrialDifference>(
    ["policy-trial", shop, trial, "differences", spoken],
    policyPath(shop, `/trials/${trial}/differences`),
  );
  return (
    <PagedTable
      label={t.tryTitle}
      list={list}
      rowKey={(one) => one.caseId}
      empty={null}
      columns={[
        {
          key: "case",
          title: t.theCase,
          cell: (one) => (
            <>
              <Link to="/desk/cases/$id" params={{ id: one.caseId }}>
                {one.no}
              </Link>
              <div className="small muted">{one.title}</div>
              <div className="small muted">{formatDateTime(one.submittedAt, spoken)}</div>
            </>
          ),
        },
        {
          key: "before",
          title: t.was,
          cell: (one) => <Verdict of={one.before} currency={one.currency} />,
        },
        {
          key: "after",
          title: t.becomes,
          cell: (one) => <Verdict of={one.after} currency={one.currency} />,
        },
      ]}
    />
  );
}

function Verdict({ of, currency }: { of: PolicyTrialDifference["before"]; currency: string }) {
  const spoken = useLanguage();
  return (
    <>
      <strong>{of.outcomeText}</strong>
      <div className="small">{of.ruleText}</div>
      <div className="small muted">
        {[
          of.typeText,
          of.refundMinor === null ? null : formatMoney(of.refundMinor, currency, spoken),
          of.approvalTier,
        ]
          .filter((one) => one !== null)
          .join(" · ")}
      </div>
    </>
  );
}
