/** Telling customers what happened on their case: once by each channel, and what became of it. */
@NullMarked
package anxin.aftersales.telling;

import org.jspecify.annotations.NullMarked;
