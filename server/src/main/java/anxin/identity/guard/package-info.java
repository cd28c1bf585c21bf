/** Who is let through which door, request by request. */
@NullMarked
package anxin.identity.guard;

import org.jspecify.annotations.NullMarked;
