/** Finance's work: refunds that failed or are not known, payments by bank, books that differ. */
@NullMarked
package anxin.aftersales.finance;

import org.jspecify.annotations.NullMarked;
