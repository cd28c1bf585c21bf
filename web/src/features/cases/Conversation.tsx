import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { CaseView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { useDraft, useStableId } from "../../ui/drafts";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { ReplyClock } from "./ReplyClock";
import { caseKey } from "./useCase";

export function Conversation({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const mayWrite = useMay("CASE_MESSAGE");
  return (
    <Panel title={t.talk}>
      <ReplyClock item={item} />
      {item.messages.length === 0 ? (
        <p className="muted">{t.talkNone}</p>
      ) : (
        <ol className="talk">
          {item.messages.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      )}
      {mayWrite && <MessageBox id={item.id} />}
    </Panel>
  );
}

function Message({ message }: { message: CaseView["messages"][number] }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const side = message.from === "CUSTOMER" ? t.them : message.from === "STAFF" ? t.you : t.system;
  return (
    <li className={message.from === "CUSTOMER" ? "theirs" : "ours"}>
      <span className="small muted">
        {side} · {message.author} · <time dateTime={message.at}>{formatDateTime(message.at, spoken)}</time>
      </span>
      <p className="keep-lines">{message.text}</p>
    </li>
  );
}

function MessageBox({ id }: { id: string }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const draft = useDraft(`case:${id}:message`);
  const sending = useStableId(`case:${id}:message`);
  const send = useMutation({
    mutationFn: (text: string) => api.put(`/api/v1/cases/${id}/messages/${sending.id}`, { text }),
    onSuccess: async () => {
      draft.done();
      sending.next();
      void toast.success(t.sent);
      await queries.invalidateQueries({ queryKey: caseKey(id) });
    },
  });
  const text = draft.text.trim();
  const go = () => {
    if (text !== "" && !send.isPending) send.mutate(text);
  };
  return (
    <form
      className="message-box"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor="message-to-customer">{t.write}</label>
      <Input.TextArea
        id="message-to-customer"
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={2000}
        placeholder={t.writeHint}
        value={draft.text}
        onChange={(event) => draft.write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) go();
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <ProblemNote error={send.error} />
      <div className="row between">
        <span className="small muted">{text === "" ? "" : t.draftKept}</span>
        <Button htmlType="submit" type="primary" disabled={text === ""} loading={send.isPending}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}
