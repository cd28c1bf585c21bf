import { useMutation } from "@tanstack/react-query";
import { App, Checkbox, Modal } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { StoreTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { ScanField } from "../../ui/ScanField";
import { messages } from "./messages";
import { Moves } from "./StoreCard";

/** The customer is here: the code, what comes in and what goes out, in one call. */
export function CounterDialog({
  task,
  code: known,
  onClose,
}: {
  task: StoreTask;
  code: string;
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const { notification } = App.useApp();
  const exchange = task.kind === "HAND_OVER";
  const [code, setCode] = useState(known);
  const [returnedSku, setReturned] = useState("");
  const [givenSku, setGiven] = useState("");
  const [passed, setPassed] = useState(true);
  const act = useMutation({
    mutationFn: () =>
      api.put(
        `/api/v1/cases/${task.caseId}/${exchange ? "hand-over" : "store-receipt"}`,
        { code, returnedSku, ...(exchange ? { givenSku } : { passed }) },
        { ifMatch: task.version },
      ),
    onSuccess: () => {
      notification.success({ title: exchange ? t.doneHandOver : t.doneReceive });
      onClose();
    },
  });
  const missing = code.trim() === "" || returnedSku.trim() === "" || (exchange && givenSku.trim() === "");
  return (
    <Modal
      open
      title={`${exchange ? t.handOver : t.receive} ${task.caseNo}`}
      okText={exchange ? t.handOver : t.receive}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing, title: missing ? t.needScans : undefined }}
      confirmLoading={act.isPending}
      mask={{ closable: false }}
      onOk={() => act.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Moves task={task} />
        <ScanField label={t.customerCode} value={code} autoFocus={known === ""} onChange={setCode} />
        <ScanField label={t.returned} value={returnedSku} autoFocus={known !== ""} onChange={setReturned} />
        {exchange ? (
          <>
            <ScanField label={t.given} value={givenSku} onChange={setGiven} />
            <p className="muted">{t.bothMoves}</p>
          </>
        ) : (
          <div className="stack tight">
            <Checkbox checked={passed} onChange={(event) => setPassed(event.target.checked)}>
              {t.intact}
            </Checkbox>
            <span className="small muted">{t.notIntact}</span>
          </div>
        )}
        <ProblemNote error={act.error} />
      </div>
    </Modal>
  );
}
