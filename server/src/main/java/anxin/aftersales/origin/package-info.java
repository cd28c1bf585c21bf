/** A case as the place where a ticket came from and where its customer hears the result. */
@NullMarked
package anxin.aftersales.origin;

import org.jspecify.annotations.NullMarked;
