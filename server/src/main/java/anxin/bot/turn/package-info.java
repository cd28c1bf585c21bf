/** Each customer's word answered once, or handed to people; never left. */
@NullMarked
package anxin.bot.turn;

import org.jspecify.annotations.NullMarked;
