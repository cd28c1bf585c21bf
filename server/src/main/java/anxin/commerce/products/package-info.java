/** Products as they are in the catalogues today. */
@NullMarked
package anxin.commerce.products;

import org.jspecify.annotations.NullMarked;
