/** Customer service and after-sales for e-commerce. */
@NullMarked
package anxin;

import org.jspecify.annotations.NullMarked;
