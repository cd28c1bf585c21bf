/** What the customer gets instead: promised, held, sent or repaired, and received. */
@NullMarked
package anxin.aftersales.replacement;

import org.jspecify.annotations.NullMarked;
