import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Modal, Segmented } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import { usePages } from "../../api/usePages";
import type { DeliveryView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";

const TONES = { WAITING: "info", DELIVERED: "good", GIVEN_UP: "bad" } as const;

export function DeliveryLog({ path, url, onClose }: { path: string; url: string; onClose: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [state, setState] = useState("");
  const list = usePages<DeliveryView>(["deliveries", path], `${path}/deliveries`, { state });
  const resend = useMutation({
    mutationFn: (one: DeliveryView) => api.put(`${path}/deliveries/${one.id}/copies/${newId()}`),
    onSuccess: () => void toast.success(t.resent),
    onSettled: () => queries.invalidateQueries({ queryKey: ["deliveries", path] }),
  });
  const nameOf = (one: string) => (one in TONES ? t[one as keyof typeof TONES] : one);
  return (
    <Modal open width={1000} title={t.logOf(url)} footer={null} onCancel={onClose}>
      <div className="stack">
        <Segmented
          aria-label={t.state}
          value={state}
          onChange={setState}
          options={[
            { value: "", label: t.every },
            ...Object.keys(TONES).map((one) => ({ value: one, label: nameOf(one) })),
          ]}
        />
        <ProblemNote error={resend.error} />
        <PagedTable
          label={t.log}
          list={list}
          rowKey={(one) => one.id}
          empty={<Nothing title={t.noLog} hint={t.hint} />}
          columns={[
            {
              key: "at",
              title: t.at,
              cell: (one) => <span className="nums">{formatDateTime(one.createdAt, spoken)}</span>,
            },
            {
              key: "event",
              title: t.event,
              cell: (one) => (
                <details>
                  <summary className="mono small">{one.type}</summary>
                  <code className="mono small keep-lines">{one.body}</code>
                </details>
              ),
            },
            {
              key: "state",
              title: t.state,
              cell: (one) => (
                <span className="stack tight">
                  <span>
                    <Badge tone={one.state in TONES ? TONES[one.state as keyof typeof TONES] : "quiet"}>
                      {nameOf(one.state)}
                    </Badge>{" "}
                    <span className="small muted">{t.tries(one.attempts)}</span>
                  </span>
                  {one.nextAt !== null && one.attempts > 0 && (
                    <span className="small muted">{t.next(formatDateTime(one.nextAt, spoken))}</span>
                  )}
                </span>
              ),
            },
            {
              key: "answer",
              title: t.answer,
              wide: true,
              cell: (one) => (
                <span className="small">
                  {one.trouble ?? one.status ?? "–"}
                  {one.millis !== null && ` · ${one.millis} ms`}
                </span>
              ),
            },
            {
              key: "again",
              title: t.actions,
              align: "end",
              cell: (one) => (
                <Button size="small" loading={resend.isPending} onClick={() => resend.mutate(one)}>
                  {t.resend}
                </Button>
              ),
            },
          ]}
        />
      </div>
    </Modal>
  );
}
