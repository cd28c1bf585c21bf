/** Speaking HTTP with strangers: calls that end in time, addresses that are safe, signatures. */
@NullMarked
package anxin.kernel.wire;

import org.jspecify.annotations.NullMarked;
