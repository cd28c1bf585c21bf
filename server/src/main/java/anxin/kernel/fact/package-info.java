/**
 * The ordered log of everything that happened, written with its cause and read by each listener
 * from its own position.
 */
@NullMarked
package anxin.kernel.fact;

import org.jspecify.annotations.NullMarked;
