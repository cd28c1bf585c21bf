/** One connection per browser tab that tells what happens, and resumes without a gap. */
@NullMarked
package anxin.journal.live;

import org.jspecify.annotations.NullMarked;
