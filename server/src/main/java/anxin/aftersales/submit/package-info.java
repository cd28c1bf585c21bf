/** From a customer's wish to a decision, in one commit. */
@NullMarked
package anxin.aftersales.submit;

import org.jspecify.annotations.NullMarked;
