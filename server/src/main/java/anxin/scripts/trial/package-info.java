/** Compares two wordings of one situation by what came of them. */
@NullMarked
package anxin.scripts.trial;

import org.jspecify.annotations.NullMarked;
