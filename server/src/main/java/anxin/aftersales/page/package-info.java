/** All that a page shows of a case, read in one round trip. */
@NullMarked
package anxin.aftersales.page;

import org.jspecify.annotations.NullMarked;
