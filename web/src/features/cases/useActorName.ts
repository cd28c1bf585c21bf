import { useSession } from "../../api/session";
import type { CaseView } from "../../api/views";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

/** `staff:<id>` and its siblings as people say it; colleagues by name where one knows it. */
export function useActorName(item: CaseView): (actor: string) => string {
  const t = useMessages(messages);
  const me = useSession();
  return (actor) => {
    const [kind, id] = actor.split(":");
    if (kind === "staff")
      return id === me.id
        ? me.name
        : (item.names[actor] ?? item.viewers.find((one) => one.id === id)?.name ?? t.colleague);
    if (kind === "customer") return t.byCustomer;
    if (kind === "key") return item.names[actor] ?? t.byKey;
    return kind === "system" ? t.bySystem : actor;
  };
}
