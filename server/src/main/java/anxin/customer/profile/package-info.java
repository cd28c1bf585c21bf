/** People and the addresses by which they are known. */
@NullMarked
package anxin.customer.profile;

import org.jspecify.annotations.NullMarked;
