import { Button } from "antd";
import { useState } from "react";
import type { StoreTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { AnswerDialog } from "./AnswerDialog";
import { CounterDialog } from "./CounterDialog";
import { messages } from "./messages";

export function StoreCard({ task, done }: { task: StoreTask; done: () => void }) {
  const t = useMessages(messages);
  const [doing, setDoing] = useState<"yes" | "no" | "counter" | null>(null);
  const close = () => {
    setDoing(null);
    done();
  };
  const kind = task.kind as "CONFIRM" | "RECEIVE" | "HAND_OVER";
  return (
    <>
      <div className="row">
        <Countdown to={task.dueAt} />
        <Badge tone={kind === "CONFIRM" ? "warn" : "good"}>{t[kind]}</Badge>
        <strong>{task.typeText}</strong>
        <span>{task.customerName}</span>
        <span className="small muted">{task.caseNo}</span>
        {task.escalations > 0 && <Badge tone="bad">{t.late}</Badge>}
      </div>
      <Moves task={task} />
      <div className="row">
        {kind === "CONFIRM" ? (
          <>
            <Button type="primary" onClick={() => setDoing("yes")}>
              {t.yes}
            </Button>
            <Button onClick={() => setDoing("no")}>{t.no}</Button>
          </>
        ) : (
          <Button type="primary" onClick={() => setDoing("counter")}>
            {kind === "RECEIVE" ? t.receive : t.handOver}
          </Button>
        )}
      </div>
      {(doing === "yes" || doing === "no") && (
        <AnswerDialog task={task} yes={doing === "yes"} onClose={close} />
      )}
      {doing === "counter" && <CounterDialog task={task} code="" onClose={close} />}
    </>
  );
}

/** What comes in, and what goes out for it. */
export function Moves({ task }: { task: StoreTask }) {
  const t = useMessages(messages);
  return (
    <ul className="goods">
      {task.lines.map((line) => (
        <li key={line.sku}>
          <span className="muted">{t.comesIn}</span> {line.title}{" "}
          <span className="mono small">{line.sku}</span> <strong className="nums">×{line.qty}</strong>
        </li>
      ))}
      {task.replacement?.items.map((item) => (
        <li key={item.sku}>
          <span className="muted">{t.goesOut}</span> {item.title}{" "}
          <span className="mono small">{item.sku}</span> <strong className="nums">×{item.qty}</strong>
        </li>
      ))}
    </ul>
  );
}
