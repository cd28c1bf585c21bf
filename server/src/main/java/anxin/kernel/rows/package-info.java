/** From rows of the database to records. */
@NullMarked
package anxin.kernel.rows;

import org.jspecify.annotations.NullMarked;
