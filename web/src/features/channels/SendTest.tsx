import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import type { TestResult } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages, stateNames } from "./messages";

const LOOK_AGAIN = 1500;

/** To an address of one's own; what became of it is looked at until it is known. */
export function SendTest({ path, channel }: { path: string; channel: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const [to, setTo] = useState("");
  const [sent, setSent] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: (id: string) => api.put<TestResult>(`${path}/tests/${id}`, { to }),
    onSuccess: (_, id) => setSent(id),
  });
  const result = useQuery({
    queryKey: ["channel-test", path, sent],
    queryFn: ({ signal }) => api.get<TestResult>(`${path}/tests/${sent ?? ""}`, { signal }),
    enabled: sent !== null,
    refetchInterval: ({ state }) =>
      state.data?.state.startsWith("WAITING") === true || state.data === undefined ? LOOK_AGAIN : false,
  });
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (to.trim() !== "") send.mutate(newId());
      }}
    >
      <Field label={`${t.test} · ${t.testTo}`}>
        {(ids) => (
          <div className="row">
            <Input
              {...ids}
              type={channel === "EMAIL" ? "email" : channel === "SMS" ? "tel" : "text"}
              value={to}
              maxLength={200}
              onChange={(e) => setTo(e.target.value)}
            />
            <Button htmlType="submit" loading={send.isPending} disabled={to.trim() === ""}>
              {t.testSend}
            </Button>
          </div>
        )}
      </Field>
      <div role="status" className="small">
        {result.data !== undefined &&
          t.testState(stateNames[result.data.state]?.[spoken] ?? result.data.state)}
        {result.data?.trouble !== null && result.data !== undefined && ` · ${result.data.trouble}`}
      </div>
      <ProblemNote error={send.error ?? result.error} />
    </form>
  );
}
