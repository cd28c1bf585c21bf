/** Flows are worked on, talked to and compared before customers meet them. */
@NullMarked
package anxin.bot.trial;

import org.jspecify.annotations.NullMarked;
