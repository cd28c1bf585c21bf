/** A complaint in another team's hands for a while, under a limit of its own. */
@NullMarked
package anxin.aftersales.transfer;

import org.jspecify.annotations.NullMarked;
