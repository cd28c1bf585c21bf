/** Who may sign for how much, and whose signature is asked for. */
@NullMarked
package anxin.aftersales.approval;

import org.jspecify.annotations.NullMarked;
