/** Parcels on their way to customers, and the traces their carriers leave. */
@NullMarked
package anxin.commerce.parcels;

import org.jspecify.annotations.NullMarked;
