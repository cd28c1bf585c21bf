/** Photos of what went wrong, re-encoded so that nothing hidden in them survives. */
@NullMarked
package anxin.aftersales.evidence;

import org.jspecify.annotations.NullMarked;
