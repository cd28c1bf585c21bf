import { DislikeOutlined, LikeOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { WordDialog } from "../../ui/WordDialog";
import { messages } from "./messages";
import { scriptsPath } from "./useScripts";

/** One word of the agent on a script; what is not good is asked why. */
export function Vote({ shop, which }: { shop: string; which: string }) {
  const t = useMessages(messages);
  const { message: toast } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const vote = useMutation({
    mutationFn: (body: { good: boolean; reason?: string }) =>
      api.put(`${scriptsPath(shop)}/${which}/vote`, body),
    onSuccess: () => {
      void toast.info(t.voted);
      void queries.invalidateQueries({ queryKey: ["script", shop, which] });
    },
  });
  return (
    <span className="row">
      <Button
        size="small"
        type="text"
        icon={<LikeOutlined />}
        aria-label={t.good}
        title={t.good}
        onClick={() => vote.mutate({ good: true })}
      />
      <Button
        size="small"
        type="text"
        icon={<DislikeOutlined />}
        aria-label={t.bad}
        title={t.bad}
        onClick={() => setAsking(true)}
      />
      {!asking && <ProblemNote error={vote.error} />}
      {asking && (
        <WordDialog
          title={t.bad}
          label={t.voteReason}
          send={async (reason) => {
            await vote.mutateAsync({ good: false, reason });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </span>
  );
}
