/** Who saw or did what, newest first. */
@NullMarked
package anxin.journal.trail;

import org.jspecify.annotations.NullMarked;
