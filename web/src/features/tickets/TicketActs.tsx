import { Button } from "antd";
import { useState } from "react";
import { useSession } from "../../api/session";
import type { TicketView } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { useShortcuts } from "../../ui/shortcuts";
import { AskDialog } from "./AskDialog";
import { GiveDialog } from "./GiveDialog";
import { messages } from "./messages";
import { TellDialog } from "./TellDialog";
import { TextDialog } from "./TextDialog";
import { useTicketAct } from "./useTickets";
import { CustomersWordDialog } from "./CustomersWordDialog";

type Act = "transfer" | "tell" | "answer" | "reply" | "withdraw" | "give" | "reopen";

const KEYS: Record<Act, string> = {
  transfer: "t",
  tell: "r",
  answer: "c",
  reply: "y",
  withdraw: "w",
  give: "a",
  reopen: "o",
};

/** What can be done with the ticket now; the server says what is possible. */
export function TicketActs({ view }: { view: TicketView }) {
  const t = useMessages(messages);
  const me = useSession().id;
  const [doing, setDoing] = useState<Act | null>(null);
  const act = useTicketAct(view);
  const names: Record<Act, string> = {
    transfer: t.transfer,
    tell: t.tell,
    answer: t.close,
    reply: t.reply,
    withdraw: t.withdraw,
    give: t.give,
    reopen: t.reopen,
  };
  const possible = (Object.keys(KEYS) as Act[]).filter((one) => view.allowed.includes(one));
  const mine = view.item.owner.staff === me;
  const mayTake = view.allowed.includes("give") && !mine;
  const take = () => act.mutate({ what: "owner", body: { owner: { staff: me } } });
  useShortcuts([
    ...possible.map((one) => ({ keys: KEYS[one], label: names[one], run: () => setDoing(one) })),
    ...(mayTake ? [{ keys: "m", label: t.take, run: take }] : []),
  ]);
  const first = possible.find((one) => one === "reply" || one === "answer" || one === "tell");
  const close = () => setDoing(null);
  return (
    <>
      <div className="row wrap ticket-acts">
        {mayTake && (
          <Button loading={act.isPending} onClick={take}>
            {t.take} <kbd aria-hidden="true">m</kbd>
          </Button>
        )}
        {possible.map((one) => (
          <Button key={one} type={one === first ? "primary" : "default"} onClick={() => setDoing(one)}>
            {names[one]} <kbd aria-hidden="true">{KEYS[one]}</kbd>
          </Button>
        ))}
      </div>
      <ProblemNote error={act.error} />
      {doing === "transfer" && <AskDialog view={view} onClose={close} />}
      {doing === "tell" && <TellDialog view={view} onClose={close} />}
      {doing === "answer" && <CustomersWordDialog view={view} onClose={close} />}
      {doing === "give" && <GiveDialog view={view} onClose={close} />}
      {doing === "reply" && (
        <TextDialog
          view={view}
          title={t.reply}
          label={t.reply}
          what={`requests/${view.transfer}/reply`}
          body={(text) => ({ text })}
          onClose={close}
        />
      )}
      {doing === "withdraw" && (
        <TextDialog
          view={view}
          title={t.withdraw}
          label={t.withdrawWhy}
          what={`requests/${view.transfer}/withdrawal`}
          body={(reason) => ({ reason })}
          onClose={close}
        />
      )}
      {doing === "reopen" && (
        <TextDialog
          view={view}
          title={t.reopen}
          label={t.reopenWhy}
          what="reopening"
          body={(reason) => ({ reason })}
          onClose={close}
        />
      )}
    </>
  );
}
