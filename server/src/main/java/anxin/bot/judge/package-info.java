/** How well it went: resolved, handed over, wrong, looped. */
@NullMarked
package anxin.bot.judge;

import org.jspecify.annotations.NullMarked;
