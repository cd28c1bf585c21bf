/** Keys of programs, and the keys by which shops sign. */
@NullMarked
package anxin.identity.keys;

import org.jspecify.annotations.NullMarked;
