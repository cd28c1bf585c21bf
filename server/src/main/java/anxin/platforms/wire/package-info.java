/** How platforms are spoken to: HTTP that ends in time, digests, their JSON and their times. */
@NullMarked
package anxin.platforms.wire;

import org.jspecify.annotations.NullMarked;
