/** A shop's flows as data: drafted, tried, published, rolled back. */
@NullMarked
package anxin.bot.flow;

import org.jspecify.annotations.NullMarked;
