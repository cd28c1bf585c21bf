import { useQuery } from "@tanstack/react-query";
import { Input, Radio } from "antd";
import { useId } from "react";
import { api } from "../../api/client";
import type { Reason } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { useDraft } from "../../ui/drafts";
import { ProblemNote } from "../../ui/ProblemNote";
import { DecisionDialog } from "./DecisionDialog";
import type { DialogProps } from "./DecisionDialogs";
import { messages } from "./messages";
import { useDecide } from "./useDecide";
import { useSeen } from "./useSeen";

export function RefuseDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seen = useSeen(item);
  const reason = useDraft(`case:${item.id}:refuse-reason`);
  const note = useDraft(`case:${item.id}:refuse-note`);
  const noteField = useId();
  const reasonsLabel = useId();
  const reasons = useQuery({
    queryKey: ["refusal-reasons", spoken],
    queryFn: ({ signal }) => api.get<Reason[]>("/api/v1/refusal-reasons", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const decide = useDecide("refusal", props, t.refusedToast(item.no), () => {
    reason.done();
    note.done();
  });
  const chosen = reasons.data?.find((one) => one.code === reason.text);

  return (
    <DecisionDialog
      title={t.refuseTitle(item.no)}
      item={item}
      action="refuse"
      seen={seen}
      missing={chosen === undefined ? t.chooseReason : null}
      ok={t.refuse}
      danger
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() =>
        decide.mutate({
          version: seen.known.version,
          body: {
            reason: reason.text,
            ...(note.text.trim() === "" ? {} : { note: note.text.trim() }),
          },
        })
      }
      onClose={close}
    >
      <div className="stack tight">
        <span id={reasonsLabel}>{t.refuseReason}</span>
        <ProblemNote error={reasons.error} retry={() => void reasons.refetch()} />
        <Radio.Group
          aria-labelledby={reasonsLabel}
          className="choices"
          value={reason.text}
          onChange={(event) => reason.write(String(event.target.value))}
          options={(reasons.data ?? []).map((one) => {
            const lacking = one.needsEvidence && item.evidence.length === 0;
            return {
              value: one.code,
              disabled: lacking,
              label: lacking ? `${one.text} (${t.reasonNeedsEvidence})` : one.text,
            };
          })}
        />
      </div>
      <div className="stack tight">
        <label htmlFor={noteField}>{t.noteToCustomer}</label>
        <Input.TextArea
          id={noteField}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          value={note.text}
          onChange={(event) => note.write(event.target.value)}
        />
      </div>
      {chosen !== undefined && (
        <div className="preview" role="status">
          <span className="small muted">{t.preview}</span>
          <p className="keep-lines">
            {[chosen.text, note.text.trim(), t.previewAppeal].filter((part) => part !== "").join("\n")}
          </p>
        </div>
      )}
    </DecisionDialog>
  );
}
