import { insertInto, type Talk } from "../../api/talk";
import type { ConversationView, Said, ThreadView } from "../../api/views";

/** A conversation as what stands beside it sees it. */
export function talkOf(view: ConversationView, thread: ThreadView | undefined): Talk {
  const id = view.item.id;
  const last = (kind: Said["kind"]) =>
    thread?.items.findLast((one) => one.kind === kind && one.happened === null && one.text !== "")?.text ??
    null;
  return {
    conversation: id,
    shop: view.item.shop,
    asked: last("CUSTOMER"),
    answered: last("STAFF"),
    mayAnswer: view.allowed.includes("answer"),
    insert: (text) => insertInto(id, text),
  };
}
