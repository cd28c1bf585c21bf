/** How a complaint ends: by an answer that the customer takes, or as a remedy of its own. */
@NullMarked
package anxin.aftersales.complaint;

import org.jspecify.annotations.NullMarked;
