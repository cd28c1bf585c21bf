import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import { useLiveFact } from "../../api/useLive";
import type { CaseView, ReplyClockView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages, type Messages } from "../../i18n";
import { Countdown } from "../../ui/Countdown";
import { useDraft, useStableId } from "../../ui/drafts";
import { ProblemNote } from "../../ui/ProblemNote";
import { caseKey } from "./useCase";

const messages = {
  MESSAGE: { zh: "客户在等人工回复", en: "The customer waits for a person's answer" },
  PERSON: {
    zh: "客户想先和人谈谈：请回电或留言，之后才能退款结案",
    en: "The customer wants to talk to a person first: call or write before a refund closes the matter",
  },
  late: { zh: "已超时，已通知组长", en: "Late; the team leader was told" },
  note: { zh: "通话要点", en: "What was said on the phone" },
  called: { zh: "已致电", en: "I have called" },
  calls: { zh: "通话记录（仅内部可见）", en: "Calls (staff only)" },
  call: { zh: "记录一次通话", en: "Note a call" },
} satisfies Messages;

/** Half an hour, running where everybody who may answer can see it; and what was said on the phone. */
export function ReplyClock({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const mayWrite = useMay("CASE_MESSAGE");
  const queries = useQueryClient();
  const key = ["reply-clock", item.id];
  useLiveFact((fact) => {
    if (fact.subject === `case:${item.id}`) void queries.invalidateQueries({ queryKey: key });
  });
  const { data: clock } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<ReplyClockView>(`/api/v1/cases/${item.id}/reply-clock`, { signal }),
  });
  if (clock === undefined) return null;
  return (
    <>
      {clock.kind !== null && (
        <Alert
          type={clock.lateAt === null ? "warning" : "error"}
          title={
            <span className="row wrap between">
              <span>{t[clock.kind]}</span>
              <Countdown to={clock.dueAt} />
            </span>
          }
          description={
            <div className="stack tight">
              {clock.lateAt !== null && <span className="small">{t.late}</span>}
              {mayWrite && <CallForm id={item.id} />}
            </div>
          }
        />
      )}
      {clock.calls.length > 0 && <Calls calls={clock.calls} />}
      {clock.kind === null && mayWrite && (
        <details>
          <summary className="small muted">{t.call}</summary>
          <CallForm id={item.id} />
        </details>
      )}
    </>
  );
}

function Calls({ calls }: { calls: ReplyClockView["calls"] }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <ul className="talk" aria-label={t.calls}>
      {calls.map((call) => (
        <li key={call.id} className="ours">
          <span className="small muted">
            {t.calls} · {call.by} · <time dateTime={call.at}>{formatDateTime(call.at, spoken)}</time>
          </span>
          <p className="keep-lines">{call.note}</p>
        </li>
      ))}
    </ul>
  );
}

function CallForm({ id }: { id: string }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const draft = useDraft(`case:${id}:call`);
  const calling = useStableId(`case:${id}:call`);
  const call = useMutation({
    mutationFn: (note: string) =>
      api.put<ReplyClockView>(`/api/v1/cases/${id}/calls/${calling.id}`, { note }),
    onSuccess: async (after) => {
      draft.done();
      calling.next();
      queries.setQueryData(["reply-clock", id], after);
      // What was forbidden until somebody had called is allowed now.
      await queries.invalidateQueries({ queryKey: caseKey(id) });
    },
  });
  const note = draft.text.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (note !== "" && !call.isPending) call.mutate(note);
      }}
    >
      <div className="row">
        <Input
          aria-label={t.note}
          placeholder={t.note}
          maxLength={1000}
          value={draft.text}
          onChange={(event) => draft.write(event.target.value)}
        />
        <Button htmlType="submit" loading={call.isPending} disabled={note === ""}>
          {t.called}
        </Button>
      </div>
      <ProblemNote error={call.error} />
    </form>
  );
}
