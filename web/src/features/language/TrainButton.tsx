import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Progress, Tooltip } from "antd";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import type { ModelsView } from "../../api/views";
import { useMay } from "../../api/session";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { isTraining, useModels } from "./useModels";

/** Trains what was changed and shows how far it is; says why it cannot. */
export function TrainButton({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const mayWrite = useMay("LANGUAGE_WRITE");
  const models = useModels(shop);
  const train = useMutation({
    mutationFn: () =>
      api.put<ModelsView>(`/api/v1/shops/${shop}/language-models/${newId()}`, { goesLive: true }),
    onSuccess: (view) => queries.setQueryData(["language-models", shop], view),
  });
  const running = models.data?.models.find((one) => one.state === "TRAINING" || one.state === "WAITING");
  if (running !== undefined && isTraining(models.data)) {
    return (
      <span className="row" role="status">
        <span className="small">{running.state === "WAITING" ? t.waiting : t.training}</span>
        <Progress percent={running.progress} size="small" style={{ width: 160 }} aria-label={t.training} />
      </span>
    );
  }
  const because = !mayWrite ? t.noRight : models.data?.changed === true ? null : t.nothingChanged;
  return (
    <span className="row wrap">
      <Tooltip title={because}>
        <Button
          type="primary"
          disabled={because !== null}
          loading={train.isPending}
          onClick={() => train.mutate()}
        >
          {t.train}
        </Button>
      </Tooltip>
      <span className="small muted">{because ?? t.changed}</span>
      <ProblemNote error={train.error} />
    </span>
  );
}
