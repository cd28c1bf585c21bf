import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Input } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import { useMay } from "../../api/session";
import type { ScriptTrial, TrialArm, TrialDifference } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Field } from "../../ui/Field";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

/** Two wordings of one situation, compared by what came of them. */
export function Trials({ shop, language, onClose }: { shop: string; language: string; onClose: () => void }) {
  const t = useMessages(messages);
  const mayBegin = useMay("SCRIPT_REVIEW");
  const path = `/api/v1/shops/${shop}/script-trials`;
  const key = ["script-trials", shop];
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: key });
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<ScriptTrial[]>(path, { signal }),
  });
  const [id, setId] = useState(newId);
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const begin = useMutation({
    mutationFn: () => api.put<ScriptTrial>(`${path}/${id}`, { language, first, second }),
    onSuccess: () => {
      setId(newId());
      setFirst("");
      setSecond("");
      again();
    },
  });
  const end = useMutation({
    mutationFn: (trial: string) => api.put<ScriptTrial>(`${path}/${trial}/end`),
    onSuccess: again,
  });
  return (
    <Drawer open size="large" title={t.trials} onClose={onClose}>
      <div className="stack">
        <p className="muted">{t.trialsHint}</p>
        {mayBegin && (
          <form
            className="row wrap"
            onSubmit={(event) => {
              event.preventDefault();
              if (first !== "" && second !== "") begin.mutate();
            }}
          >
            <Field label={t.firstKey}>
              {(ids) => (
                <Input
                  {...ids}
                  placeholder="ship.when"
                  value={first}
                  onChange={(e) => setFirst(e.target.value.trim())}
                />
              )}
            </Field>
            <Field label={t.secondKey}>
              {(ids) => (
                <Input
                  {...ids}
                  placeholder="ship.urgent"
                  value={second}
                  onChange={(e) => setSecond(e.target.value.trim())}
                />
              )}
            </Field>
            <Button
              type="primary"
              htmlType="submit"
              disabled={first === "" || second === ""}
              loading={begin.isPending}
            >
              {t.begin}
            </Button>
          </form>
        )}
        <ProblemNote error={found.error ?? begin.error ?? end.error} />
        {found.data?.length === 0 && <Nothing title={t.trialsNone} hint={t.trialsNoneHint} />}
        {found.data?.map((one) => (
          <Trial
            key={one.id}
            trial={one}
            mayEnd={mayBegin}
            end={() => end.mutate(one.id)}
            ending={end.isPending}
          />
        ))}
      </div>
    </Drawer>
  );
}

function Trial({
  trial,
  mayEnd,
  end,
  ending,
}: {
  trial: ScriptTrial;
  mayEnd: boolean;
  end: () => void;
  ending: boolean;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <Panel
      title={`${trial.first.key} / ${trial.second.key}`}
      extra={
        trial.endedAt === null ? (
          mayEnd && (
            <Button size="small" loading={ending} onClick={end}>
              {t.end}
            </Button>
          )
        ) : (
          <Badge>{t.ended}</Badge>
        )
      }
    >
      <div className="stack tight">
        <Arm arm={trial.first} />
        <Arm arm={trial.second} />
        <p>
          {t.solvedShare}: <Verdict of={trial.solved} enough={trial.enough} />
        </p>
        <p>
          {t.contentShare}: <Verdict of={trial.content} enough={trial.enough} />
        </p>
        <p className="small muted">{t.startedBy(trial.startedBy, formatDateTime(trial.startedAt, spoken))}</p>
      </div>
    </Panel>
  );
}

function Arm({ arm }: { arm: TrialArm }) {
  const t = useMessages(messages);
  return (
    <p className="nums">
      <strong>{arm.key}</strong> · {t.armSaid(arm.said, arm.solved)} · {t.armHeard(arm.heard, arm.content)}
    </p>
  );
}

function Verdict({ of, enough }: { of: TrialDifference; enough: number }) {
  const t = useMessages(messages);
  if (of.verdict === "NOT_ENOUGH") return <span className="muted">{t.notEnough(enough)}</span>;
  const tone = of.verdict === "NO_DIFFERENCE" ? "quiet" : "good";
  return (
    <>
      <Badge tone={tone}>{t[of.verdict]}</Badge>{" "}
      <span className="nums">{t.interval(points(of.difference), points(of.low), points(of.high))}</span>
    </>
  );
}

/** A difference of shares in percentage points. */
function points(difference: number): string {
  const rounded = Math.round(difference * 100);
  return rounded > 0 ? `+${rounded}` : String(rounded);
}
