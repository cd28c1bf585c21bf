import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { ExpertLink } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { WordDialog } from "../../ui/WordDialog";
import { messages } from "./messages";
import { expertsKey } from "./useExperts";

export const TAKE = "w";
export const SOLVE = "f";

/** Taking a call over and answering it, for whoever may; both keys press these buttons. */
export function Acts({ link }: { link: ExpertLink }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [answering, setAnswering] = useState(false);
  const at = `/api/v1/cases/${link.caseId}/expert-links/${link.id}`;
  const again = () => queries.invalidateQueries({ queryKey: expertsKey() });
  const take = useMutation({ mutationFn: () => api.put(`${at}/acceptance`), onSettled: again });
  const may = (act: string) => link.allowed.includes(act);
  return (
    <>
      {link.allowed.length > 0 && (
        <div className="row">
          {may("take") && (
            <Button type="primary" data-action="take" loading={take.isPending} onClick={() => take.mutate()}>
              {t.take} <kbd aria-hidden="true">{TAKE}</kbd>
            </Button>
          )}
          {may("solve") && (
            <Button
              type={may("take") ? "default" : "primary"}
              data-action="solve"
              onClick={() => setAnswering(true)}
            >
              {t.solve} <kbd aria-hidden="true">{SOLVE}</kbd>
            </Button>
          )}
        </div>
      )}
      <ProblemNote error={take.error} />
      {answering && (
        <WordDialog
          title={t.solve}
          label={t.solveLabel}
          hint={t.solveHint}
          send={async (solution) => {
            await api.put(`${at}/solution`, { solution });
            await again();
          }}
          onClose={() => setAnswering(false)}
        />
      )}
    </>
  );
}
