/** Goods on their way back: sent, received, inspected, and what follows. */
@NullMarked
package anxin.aftersales.returns;

import org.jspecify.annotations.NullMarked;
