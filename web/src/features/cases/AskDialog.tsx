import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input } from "antd";
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

export function AskDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const spoken = useLanguage();
  const seen = useSeen(item);
  const what = useDraft(`case:${item.id}:ask-what`);
  const note = useDraft(`case:${item.id}:ask-note`);
  const noteField = useId();
  const kindsLabel = useId();
  const kinds = useQuery({
    queryKey: ["evidence-kinds", spoken],
    queryFn: ({ signal }) => api.get<Reason[]>("/api/v1/evidence-kinds", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const decide = useDecide("evidence-request", props, t.askedToast(item.no), () => {
    what.done();
    note.done();
  });
  const chosen = what.text === "" ? [] : what.text.split(",");

  return (
    <DecisionDialog
      title={t.askTitle(item.no)}
      item={item}
      action="ask-evidence"
      seen={seen}
      missing={chosen.length === 0 ? t.chooseWhat : null}
      ok={t.askOk}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() =>
        decide.mutate({
          version: seen.known.version,
          body: { what: chosen, ...(note.text.trim() === "" ? {} : { note: note.text.trim() }) },
        })
      }
      onClose={close}
    >
      <div className="stack tight">
        <span id={kindsLabel}>{t.askWhat}</span>
        <ProblemNote error={kinds.error} retry={() => void kinds.refetch()} />
        <Checkbox.Group
          role="group"
          aria-labelledby={kindsLabel}
          className="choices"
          value={chosen}
          onChange={(next) => what.write(next.join(","))}
          options={(kinds.data ?? []).map((one) => ({ value: one.code, label: one.text }))}
        />
      </div>
      <div className="stack tight">
        <label htmlFor={noteField}>{t.askNote}</label>
        <Input.TextArea
          id={noteField}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          value={note.text}
          onChange={(event) => note.write(event.target.value)}
        />
      </div>
    </DecisionDialog>
  );
}
