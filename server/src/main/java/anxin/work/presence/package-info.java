/** Who is there for work, what they can do, and how much at once. */
@NullMarked
package anxin.work.presence;

import org.jspecify.annotations.NullMarked;
