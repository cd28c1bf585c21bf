/** What is said next: of the dialogue so far, what was heard, and what the tools know. */
@NullMarked
package anxin.bot.dialogue;

import org.jspecify.annotations.NullMarked;
