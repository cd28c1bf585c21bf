import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useMay } from "../../api/session";
import type { MakingStep } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { MakingDialog } from "./MakingDialog";
import { messages } from "./messages";

export function MakingCard({ step, done }: { step: MakingStep; done: () => void }) {
  const t = useMessages(messages);
  const mayRead = useMay("CASE_READ");
  const [answering, setAnswering] = useState(false);
  return (
    <>
      <div className="row">
        {step.dueAt !== null && <Countdown to={step.dueAt} />}
        <strong>
          {t[step.purpose]} · {t[step.kind]}
        </strong>
        {mayRead ? (
          <Link to="/desk/cases/$id" params={{ id: step.caseId }}>
            {step.caseNo}
          </Link>
        ) : (
          <span className="mono">{step.caseNo}</span>
        )}
        {step.escalatedAt !== null && <Badge tone="bad">{t.late}</Badge>}
      </div>
      <div>{step.title}</div>
      {step.text !== null && (
        <div>
          <span className="muted">{t.write}:</span> <strong className="keep-lines">{step.text}</strong>
        </div>
      )}
      <div className="small muted">
        {t.order} {step.orderNo}
      </div>
      <div className="row">
        <Button type="primary" onClick={() => setAnswering(true)}>
          {t.enter}
        </Button>
      </div>
      {answering && (
        <MakingDialog
          step={step}
          onClose={() => {
            setAnswering(false);
            done();
          }}
        />
      )}
    </>
  );
}
