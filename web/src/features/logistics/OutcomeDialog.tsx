import { useMutation } from "@tanstack/react-query";
import { Input, InputNumber, Modal, Radio } from "antd";
import { useId, useState } from "react";
import { api } from "../../api/client";
import type { LogisticsTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { ScanField } from "../../ui/ScanField";
import { messages, outcomes, type Kind } from "./messages";

type Outcome = (typeof outcomes)[Kind][number];

/** What the carrier said. */
export function OutcomeDialog({ task, onClose }: { task: LogisticsTask; onClose: () => void }) {
  const t = useMessages(messages);
  const kind = task.kind as Kind;
  const possible: readonly Outcome[] = outcomes[kind];
  const label = useId();
  const [outcome, setOutcome] = useState<Outcome | null>(
    possible.length === 1 ? (possible[0] ?? null) : null,
  );
  const [carrier, setCarrier] = useState("");
  const [trackingNo, setTrackingNo] = useState("");
  const [paid, setPaid] = useState<number | null>(null);
  const [note, setNote] = useState("");
  const wantsParcel = outcome === "DONE" && (kind === "PICKUP" || kind === "RESHIP" || kind === "DISPATCH");
  const wantsAmount = outcome === "PAID";
  const answer = useMutation({
    mutationFn: () =>
      api.put(`/api/v1/logistics-tasks/${task.id}/outcome`, {
        outcome,
        ...(wantsParcel ? { carrier: carrier.trim(), trackingNo: trackingNo.replace(/\s/g, "") } : {}),
        ...(wantsAmount && paid !== null ? { answerMinor: Math.round(paid * 100) } : {}),
        note: note.trim() === "" ? null : note.trim(),
      }),
    onSuccess: onClose,
  });
  const missing =
    outcome === null
      ? t.needOutcome
      : wantsParcel && (carrier.trim() === "" || trackingNo.trim() === "")
        ? t.needParcel
        : wantsAmount && paid === null
          ? t.needAmount
          : undefined;
  return (
    <Modal
      open
      title={`${t[kind]} ${task.caseNo}`}
      okText={t.enter}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== undefined, title: missing }}
      confirmLoading={answer.isPending}
      mask={{ closable: false }}
      onOk={() => answer.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <span id={label}>{t.outcome}</span>
        <Radio.Group
          aria-labelledby={label}
          className="choices"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as Outcome)}
          options={possible.map((one) => ({ value: one, label: t[one] }))}
        />
        {outcome === "LOST" && <p className="muted">{t.lostMeans}</p>}
        {wantsParcel && (
          <>
            <Field label={t.carrier}>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={40}
                  value={carrier}
                  onChange={(event) => setCarrier(event.target.value)}
                />
              )}
            </Field>
            <ScanField label={t.trackingNo} value={trackingNo} onChange={setTrackingNo} />
          </>
        )}
        {wantsAmount && (
          <Field label={`${t.amount} (${task.currency ?? ""})`}>
            {(ids) => <InputNumber {...ids} min={0} precision={2} value={paid} onChange={setPaid} />}
          </Field>
        )}
        <Field label={t.note}>
          {(ids) => (
            <Input {...ids} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <ProblemNote error={answer.error} />
      </div>
    </Modal>
  );
}
