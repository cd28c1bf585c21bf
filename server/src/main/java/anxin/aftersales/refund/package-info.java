/** Money going back: stored first, sent once, known for certain or asked again. */
@NullMarked
package anxin.aftersales.refund;

import org.jspecify.annotations.NullMarked;
