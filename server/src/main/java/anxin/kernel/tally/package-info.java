/** How many things lie on which heap, kept as they are moved. */
@NullMarked
package anxin.kernel.tally;

import org.jspecify.annotations.NullMarked;
