/** Whether, where and how a shop's bot answers. */
@NullMarked
package anxin.bot.setup;

import org.jspecify.annotations.NullMarked;
