/** What a customer sees and may do. */
@NullMarked
package anxin.aftersales.portal;

import org.jspecify.annotations.NullMarked;
