/** Carriers: what their scans do to a case, what is ordered from them, and what is claimed. */
@NullMarked
package anxin.aftersales.carrier;

import org.jspecify.annotations.NullMarked;
