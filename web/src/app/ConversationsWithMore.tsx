import { SummaryPanel } from "../features/bot/SummaryPanel";
import { ConversationsPage } from "../features/conversations/ConversationsPage";
import { AssistantPanel } from "../features/drafts/AssistantPanel";
import { Suggestions } from "../features/knowledge/Suggestions";
import { DeskScripts } from "../features/scripts/DeskScripts";
import { WordingCheck } from "../features/scripts/WordingCheck";
import { OriginPanel } from "../features/tickets/OriginPanel";

/**
 * Conversations, with what may be said, what the library knows, what the shop's language model drafts and the tickets
 * that came from each beside the customer.
 */
export function ConversationsWithMore() {
  return (
    <ConversationsPage
      top={(id) => <SummaryPanel key={id} id={id} />}
      more={(talk) => (
        <>
          <DeskScripts talk={talk} />
          <Suggestions talk={talk} />
          <AssistantPanel talk={talk} />
          <OriginPanel from={{ kind: "conversation", id: talk.conversation, shop: talk.shop }} />
        </>
      )}
      check={({ shop, text, write }) => <WordingCheck shop={shop} text={text} write={write} field="say" />}
    />
  );
}
