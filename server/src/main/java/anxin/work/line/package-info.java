/** Work in its lines: given on the event, once, in order, and to nobody above their capacity. */
@NullMarked
package anxin.work.line;

import org.jspecify.annotations.NullMarked;
