/**
 * How gateways are spoken to: HTTP that ends in time, RSA, money as they write it, their bills'
 * tables.
 */
@NullMarked
package anxin.payments.wire;

import org.jspecify.annotations.NullMarked;
