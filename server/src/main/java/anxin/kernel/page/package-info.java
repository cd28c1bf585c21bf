/** Keyset pages: the cost of a page does not grow with the history. */
@NullMarked
package anxin.kernel.page;

import org.jspecify.annotations.NullMarked;
