/**
 * Limits of time on work: they run while the shop works, stand still while it is put off, warn and
 * escalate.
 */
@NullMarked
package anxin.work.limits;

import org.jspecify.annotations.NullMarked;
