/** What a node keeps in mind for a moment, so that it need not ask again. */
@NullMarked
package anxin.kernel.memory;

import org.jspecify.annotations.NullMarked;
