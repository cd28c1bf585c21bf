/** Alipay, open platform. */
@NullMarked
package anxin.payments.alipay;

import org.jspecify.annotations.NullMarked;
