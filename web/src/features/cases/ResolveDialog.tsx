import { Input } from "antd";
import { useId } from "react";
import { useMessages } from "../../i18n";
import { useDraft } from "../../ui/drafts";
import { DecisionDialog } from "./DecisionDialog";
import type { DialogProps } from "./DecisionDialogs";
import { messages } from "./messages";
import { useDecide } from "./useDecide";
import { useSeen } from "./useSeen";

export function ResolveDialog(props: DialogProps) {
  const { item, close } = props;
  const t = useMessages(messages);
  const seen = useSeen(item);
  const solution = useDraft(`case:${item.id}:resolve-solution`);
  const field = useId();
  const decide = useDecide("resolution", props, t.resolvedToast(item.no), solution.done);
  const text = solution.text.trim();
  return (
    <DecisionDialog
      title={t.resolveTitle(item.no)}
      item={item}
      action="resolve"
      seen={seen}
      missing={text === "" ? t.writeSolution : null}
      ok={t.resolve}
      busy={decide.isPending}
      error={decide.trouble}
      onOk={() => decide.mutate({ version: seen.known.version, body: { solution: text } })}
      onClose={close}
    >
      <p>{t.resolveHint}</p>
      <div className="stack tight">
        <label htmlFor={field}>{t.solution}</label>
        <Input.TextArea
          id={field}
          autoFocus
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={2000}
          value={solution.text}
          onChange={(event) => solution.write(event.target.value)}
        />
      </div>
    </DecisionDialog>
  );
}
