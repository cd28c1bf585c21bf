/**
 * A day after the end: is it solved, how was it; what is not solved begins again, with priority.
 */
@NullMarked
package anxin.aftersales.followup;

import org.jspecify.annotations.NullMarked;
