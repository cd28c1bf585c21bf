/** The chat on the shop's pages and in the portal, from the customer's side. */
@NullMarked
package anxin.conversation.chat;

import org.jspecify.annotations.NullMarked;
