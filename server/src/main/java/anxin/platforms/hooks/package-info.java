/** What platforms tell by themselves: verified, counted once, and then read from the platform. */
@NullMarked
package anxin.platforms.hooks;

import org.jspecify.annotations.NullMarked;
