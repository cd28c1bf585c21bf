import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { api } from "../../api/client";
import { asProblem } from "../../api/problems";
import type { CaseView, StepView } from "../../api/views";
import { useMessages } from "../../i18n";
import type { DialogProps } from "./DecisionDialogs";
import { messages } from "./messages";
import { caseKey } from "./useCase";

/** Sends a decision (`noun` below the case's address) against the version that was seen; a lost race is not an error but news, fetched at once. */
export function useDecide(
  noun: string,
  { item, close, next, go }: DialogProps,
  told: string,
  arrived: () => void,
) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const decide = useMutation({
    mutationFn: ({ body, version }: { body?: unknown; version: number }) =>
      api.put<CaseView | StepView>(`/api/v1/cases/${item.id}/${noun}`, body, { ifMatch: version }),
    onSuccess: async (answer) => {
      // A step of the way back answers only where it led; the rest is read again.
      if ("timeline" in answer) queries.setQueryData(caseKey(item.id), answer);
      else await queries.refetchQueries({ queryKey: caseKey(item.id) });
      const after = queries.getQueryData<CaseView>(caseKey(item.id));
      void queries.invalidateQueries({ queryKey: ["cases"] });
      arrived();
      close();
      notification.success({
        title: told,
        description: after?.timeline.at(-1)?.text,
        actions: next !== null && (
          <Button
            size="small"
            type="primary"
            onClick={() => {
              notification.destroy();
              go(next);
            }}
          >
            {t.nextCase}
          </Button>
        ),
      });
    },
    onError: async (error) => {
      if (isConflict(error)) await queries.refetchQueries({ queryKey: caseKey(item.id) });
    },
  });
  return { ...decide, trouble: isConflict(decide.error) ? null : decide.error };
}

function isConflict(error: unknown): boolean {
  return error !== null && asProblem(error).type === "version-conflict";
}
