import { App, Button } from "antd";
import { useSession } from "../../api/session";
import { useLiveFact } from "../../api/useLive";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

const KINDS = ["FIRST_REPLY", "NEXT_REPLY", "RESOLUTION"] as const;

/** What concerns one now: work that was given to one, a limit of one's own that is near, and any that was missed for whoever watches. */
export function useNotices(open: (id: string) => void) {
  const t = useMessages(messages);
  const { id: me, permissions } = useSession();
  const { notification } = App.useApp();
  const watches = permissions.includes("INSIGHT_READ");
  useLiveFact((fact) => {
    const mine = fact.data.agent === me;
    const missed = fact.type === "work.limit-missed";
    const kind = KINDS.find((one) => one === fact.data.kind);
    const title =
      fact.type === "work.assigned" && mine
        ? t.assignedToYou
        : missed && kind !== undefined && (mine || watches)
          ? t.limitMissed(t[kind])
          : fact.type === "work.limit-near" && kind !== undefined && mine
            ? t.limitNear(t[kind])
            : null;
    if (title === null) return;
    const key = `${fact.type} ${fact.subject}`;
    notification[missed ? "error" : "info"]({
      key,
      title,
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(key);
            open(fact.subject.slice("conversation:".length));
          }}
        >
          {t.openIt}
        </Button>
      ),
    });
  });
}
