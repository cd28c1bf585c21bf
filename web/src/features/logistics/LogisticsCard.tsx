import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { LogisticsTask } from "../../api/views";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { messages, type Kind } from "./messages";
import { OutcomeDialog } from "./OutcomeDialog";

export function LogisticsCard({ task, done }: { task: LogisticsTask; done: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [answering, setAnswering] = useState(false);
  return (
    <>
      <div className="row">
        <Countdown to={task.dueAt} />
        <strong>{t[task.kind as Kind]}</strong>
        <Link to="/desk/cases/$id" params={{ id: task.caseId }}>
          {task.caseNo}
        </Link>
        {task.amountMinor !== null && task.currency !== null && (
          <strong className="nums">{formatMoney(task.amountMinor, task.currency, spoken)}</strong>
        )}
        {task.escalatedAt !== null && <Badge tone="bad">{t.late}</Badge>}
      </div>
      <div className="small muted">
        {t.order} {task.orderNo}
        {task.trackingNo !== null && (
          <>
            {" · "}
            {t.parcel} {task.carrier} <span className="mono">{task.trackingNo}</span>
          </>
        )}
      </div>
      <div className="row">
        <Button type="primary" onClick={() => setAnswering(true)}>
          {t.enter}
        </Button>
      </div>
      {answering && (
        <OutcomeDialog
          task={task}
          onClose={() => {
            setAnswering(false);
            done();
          }}
        />
      )}
    </>
  );
}
