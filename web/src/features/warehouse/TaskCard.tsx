import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { WarehouseTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Countdown } from "../../ui/Countdown";
import { ProblemNote } from "../../ui/ProblemNote";
import { InspectDialog } from "./InspectDialog";
import { messages } from "./messages";
import { SendDialog } from "./SendDialog";
import { WordDialog } from "./WordDialog";

type Doing = "inspect" | "ship" | "no-stock" | "repaired" | "not-repaired" | null;

export function TaskCard({ task, done }: { task: WarehouseTask; done: () => void }) {
  const t = useMessages(messages);
  const [doing, setDoing] = useState<Doing>(null);
  const receive = useMutation({
    mutationFn: () => api.put(`/api/v1/cases/${task.caseId}/receipt`, undefined, { ifMatch: task.version }),
    onSettled: done,
  });
  const close = () => {
    setDoing(null);
    done();
  };
  const word = { task, onClose: close, cancel: t.cancel };
  return (
    <>
      <div className="row">
        <Countdown to={task.deadlineAt} />
        <Link to="/desk/cases/$id" params={{ id: task.caseId }}>
          {task.caseNo}
        </Link>
        <strong>{task.typeText}</strong>
        {task.strict && <Badge tone="warn">{t.strict}</Badge>}
        {task.escalations > 0 && <Badge tone="bad">{t.late}</Badge>}
        {task.replacement?.reserved === false && task.state === "REPLACEMENT_PREPARING" && (
          <Badge tone="warn">{t.unreserved}</Badge>
        )}
      </div>
      <Goods task={task} />
      <div className="small muted">
        {t.order} {task.orderNo}
        {task.trackingNo !== null && (
          <>
            {" · "}
            {t.parcel} {task.carrier} <span className="mono">{task.trackingNo}</span>
          </>
        )}
        {task.storeId !== null && ` · ${t.fromStore(task.storeId)}`}
      </div>
      <div className="row">
        {task.state === "RETURN_IN_TRANSIT" && (
          <Button type="primary" loading={receive.isPending} onClick={() => receive.mutate()}>
            {t.receive}
          </Button>
        )}
        {task.state === "INSPECTING" && (
          <Button type="primary" onClick={() => setDoing("inspect")}>
            {t.inspect}
          </Button>
        )}
        {task.state === "REPLACEMENT_PREPARING" && (
          <>
            <Button type="primary" onClick={() => setDoing("ship")}>
              {t.ship}
            </Button>
            <Button onClick={() => setDoing("no-stock")}>{t.noStock}</Button>
          </>
        )}
        {task.state === "REPAIRING" && (
          <>
            <Button type="primary" onClick={() => setDoing("repaired")}>
              {t.repaired}
            </Button>
            <Button onClick={() => setDoing("not-repaired")}>{t.notRepaired}</Button>
          </>
        )}
      </div>
      <ProblemNote error={receive.error} />
      {doing === "inspect" && <InspectDialog task={task} onClose={close} />}
      {(doing === "ship" || doing === "repaired") && (
        <SendDialog task={task} repaired={doing === "repaired"} onClose={close} />
      )}
      {doing === "no-stock" && (
        <WordDialog
          {...word}
          path="replacement-unavailable"
          title={t.noStockTitle(task.caseNo)}
          means={t.noStockMeans}
          ok={t.noStock}
          needed={null}
        />
      )}
      {doing === "not-repaired" && (
        <WordDialog
          {...word}
          path="repair-failure"
          title={t.notRepairedTitle(task.caseNo)}
          means={t.notRepairedMeans}
          ok={t.notRepaired}
          needed={t.needWhy}
        />
      )}
    </>
  );
}

/** What is in the parcel, or what goes into it. */
function Goods({ task }: { task: WarehouseTask }) {
  const t = useMessages(messages);
  const out = task.state === "REPLACEMENT_PREPARING" ? task.replacement?.items : undefined;
  return (
    <ul className="goods">
      {out !== undefined
        ? out.map((item) => (
            <li key={item.sku}>
              {t.sendInstead} {item.title} <span className="mono small">{item.sku}</span>{" "}
              <strong className="nums">×{item.qty}</strong>
            </li>
          ))
        : task.lines.map((line) => (
            <li key={line.lineId}>
              {line.title} <span className="mono small">{line.sku}</span>{" "}
              <strong className="nums">×{line.qtyAsked - line.qtyAccepted}</strong>
              {line.qtyAccepted > 0 && <span className="small muted"> / {line.qtyAsked}</span>}
            </li>
          ))}
    </ul>
  );
}
