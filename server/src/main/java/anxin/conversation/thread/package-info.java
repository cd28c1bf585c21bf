/** Conversations and their messages: taken in together, numbered without a gap, never twice. */
@NullMarked
package anxin.conversation.thread;

import org.jspecify.annotations.NullMarked;
