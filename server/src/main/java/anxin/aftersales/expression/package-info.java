/** A small typed language for conditions: checked when written, bounded when run. */
@NullMarked
package anxin.aftersales.expression;

import org.jspecify.annotations.NullMarked;
