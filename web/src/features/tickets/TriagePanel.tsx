import { Button } from "antd";
import { useState } from "react";
import type { TicketItem, TicketView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { TriageFields, type Said } from "./TriageFields";
import { useTicketAct } from "./useTickets";
import { grades, priorities, types } from "./words";

type Triage = TicketItem["triage"];

/** What it is, as people decided, beside what the rules and the language proposed. */
export function TriagePanel({ view }: { view: TicketView }) {
  const t = useMessages(messages);
  const now = view.item.triage;
  const [said, setSaid] = useState<Said>({});
  const act = useTicketAct(view);
  const chosen: Triage = {
    type: said.type ?? now.type,
    grade: said.grade ?? now.grade,
    priority: said.priority ?? now.priority,
  };
  const changed = chosen.type !== now.type || chosen.grade !== now.grade || chosen.priority !== now.priority;
  const { rules, language } = view.proposals;
  const may = view.allowed.includes("triage");
  return (
    <Panel title={t.triage}>
      <div className="stack">
        {may && <TriageFields said={chosen} change={setSaid} />}
        {may && changed && (
          <div>
            <Button
              type="primary"
              loading={act.isPending}
              onClick={() => act.mutate({ what: "triage", body: chosen }, { onSuccess: () => setSaid({}) })}
            >
              {t.save}
            </Button>
          </div>
        )}
        <ProblemNote error={act.error} />
        <Proposal
          title={t.ofRules}
          proposed={rules}
          because={rules.names}
          nothing={rules.names.length === 0 ? t.noRule : null}
          use={may ? setSaid : null}
        />
        <Proposal
          title={
            language === null || language.confidence === 0
              ? t.ofLanguage
              : `${t.ofLanguage} · ${t.sure(Math.round(language.confidence * 100))}`
          }
          proposed={language ?? {}}
          because={language?.because ?? []}
          nothing={language === null ? t.noWords : null}
          use={may ? setSaid : null}
        />
      </div>
    </Panel>
  );
}

interface Proposed {
  type?: Triage["type"] | null;
  grade?: Triage["grade"] | null;
  priority?: Triage["priority"] | null;
}

function Proposal({
  title,
  proposed,
  because,
  nothing,
  use,
}: {
  title: string;
  proposed: Proposed;
  because: readonly string[];
  nothing: string | null;
  use: ((change: (now: Said) => Said) => void) | null;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { type, grade, priority } = proposed;
  const words = [
    type ? types[type][spoken] : null,
    grade ? grades[grade][spoken] : null,
    priority ? priorities[priority][spoken] : null,
  ].filter((one) => one !== null);
  return (
    <div className="ticket-proposal">
      <div className="row">
        <span className="muted small">{title}</span>
        <span className="grow" />
        {use !== null && words.length > 0 && (
          <Button
            size="small"
            onClick={() =>
              use((now) => ({
                type: type ?? now.type,
                grade: grade ?? now.grade,
                priority: priority ?? now.priority,
              }))
            }
          >
            {t.accept}
          </Button>
        )}
      </div>
      {words.length > 0 && <div>{words.join(" · ")}</div>}
      {nothing !== null && <div className="muted small">{nothing}</div>}
      {because.length > 0 && (
        <div className="small muted">
          {t.because} {because.join("、")}
        </div>
      )}
    </div>
  );
}
