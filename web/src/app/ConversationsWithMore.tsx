import { ConversationsPage } from "../features/conversations/ConversationsPage";
import { Suggestions } from "../features/knowledge/Suggestions";

/** Conversations, with what the library knows beside the customer. */
export function ConversationsWithMore() {
  return <ConversationsPage more={(talk) => <Suggestions talk={talk} />} />;
}
