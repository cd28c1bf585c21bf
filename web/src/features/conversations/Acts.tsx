import { App, Button, Dropdown } from "antd";
import { useEffect, useState } from "react";
import { asProblem } from "../../api/problems";
import { useSession } from "../../api/session";
import type { ConversationView } from "../../api/views";
import { useMessages } from "../../i18n";
import { useShortcuts } from "../../ui/shortcuts";
import { GiveDialog } from "./GiveDialog";
import { messages } from "./messages";
import { snoozeTimes } from "./snooze";
import { useAct } from "./useConversation";

/** What can be done with the conversation now; the server says what is possible. */
export function Acts({ view }: { view: ConversationView }) {
  const t = useMessages(messages);
  const me = useSession().id;
  const { message: toast } = App.useApp();
  const [giving, setGiving] = useState(false);
  const act = useAct(view.item.id);
  const may = (what: string) => view.allowed.includes(what);
  const mine = view.item.agentId === me;

  const failure = act.error;
  useEffect(() => {
    if (failure !== null) void toast.error(asProblem(failure).title);
  }, [failure, toast]);

  const take = () => act.mutate({ what: "assignment", body: { to: me } });
  const state = (to: string, until?: string) => act.mutate({ what: "state", body: { state: to, until } });
  useShortcuts([
    ...(may("give") && !mine ? [{ keys: "t", label: t.take, run: take }] : []),
    ...(may("give") ? [{ keys: "a", label: t.give, run: () => setGiving(true) }] : []),
    ...(may("close") ? [{ keys: "e", label: t.close, run: () => state("CLOSED") }] : []),
    ...(may("reopen") ? [{ keys: "o", label: t.reopen, run: () => state("OPEN") }] : []),
  ]);

  return (
    <div className="row talk-acts">
      {may("give") && !mine && (
        <Button type="primary" ghost loading={act.isPending} onClick={take}>
          {t.take}
        </Button>
      )}
      {may("give") && <Button onClick={() => setGiving(true)}>{t.give}</Button>}
      {may("give-to-bot") && <Button onClick={() => act.mutate({ what: "bot" })}>{t.giveToBot}</Button>}
      {may("snooze") && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: snoozeTimes(new Date()).map(({ key, at }) => ({
              key,
              label: t[key],
              onClick: () => state("SNOOZED", at.toISOString()),
            })),
          }}
        >
          <Button>{t.snooze}</Button>
        </Dropdown>
      )}
      {may("close") && <Button onClick={() => state("CLOSED")}>{t.close}</Button>}
      {may("reopen") && <Button onClick={() => state("OPEN")}>{t.reopen}</Button>}
      {giving && <GiveDialog view={view} onClose={() => setGiving(false)} />}
    </div>
  );
}
