/** The connected shops themselves. */
@NullMarked
package anxin.commerce.shops;

import org.jspecify.annotations.NullMarked;
