/** Reads platforms' cases: by window, to its end, and one by one, and tells what it found. */
@NullMarked
package anxin.platforms.pull;

import org.jspecify.annotations.NullMarked;
