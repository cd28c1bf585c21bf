/** What the bot may look at and do for one customer, in the shop or only as a trial. */
@NullMarked
package anxin.bot.tools;

import org.jspecify.annotations.NullMarked;
