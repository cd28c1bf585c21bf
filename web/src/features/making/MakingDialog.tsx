import { useMutation } from "@tanstack/react-query";
import { Input, Modal, Radio } from "antd";
import { useId, useState } from "react";
import { api } from "../../api/client";
import type { MakingStep } from "../../api/views";
import { useMessages } from "../../i18n";
import { useDraft } from "../../ui/drafts";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { parseAmount } from "../cases/amount";
import { messages, outcomes } from "./messages";

type Outcome = (typeof outcomes)[keyof typeof outcomes][number];

/** What became of a step. */
export function MakingDialog({ step, onClose }: { step: MakingStep; onClose: () => void }) {
  const t = useMessages(messages);
  const possible: readonly Outcome[] = outcomes[step.purpose];
  const label = useId();
  const note = useDraft(`making:${step.id}:note`);
  const cost = useDraft(`making:${step.id}:cost`);
  const [outcome, setOutcome] = useState<Outcome>(possible[0] ?? "DONE");
  const stops = step.purpose === "STOP";
  const spent = parseAmount(cost.text, step.currency);
  const answer = useMutation({
    mutationFn: () =>
      api.put(`/api/v1/making-steps/${step.id}/outcome`, {
        outcome,
        ...(stops ? { costMinor: spent } : {}),
        note: note.text.trim() === "" ? null : note.text.trim(),
      }),
    onSuccess: () => {
      note.done();
      cost.done();
      onClose();
    },
  });
  const incomplete = (stops && spent === null) || (outcome === "FAILED" && note.text.trim() === "");
  return (
    <Modal
      open
      title={`${t[step.purpose]} · ${t[step.kind]} · ${step.caseNo}`}
      okText={t.enter}
      cancelText={t.cancel}
      okButtonProps={{ disabled: incomplete }}
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
        {outcome === "FAILED" && <p className="muted">{t.failedMeans}</p>}
        {stops && (
          <Field label={`${t.cost} (${step.currency})`} hint={t.costHint}>
            {(ids) => (
              <Input
                {...ids}
                inputMode="decimal"
                value={cost.text}
                onChange={(event) => cost.write(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t.note}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={2000}
              value={note.text}
              onChange={(event) => note.write(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={answer.error} />
      </div>
    </Modal>
  );
}
