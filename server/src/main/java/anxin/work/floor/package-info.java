/** Who is at work and what waits, as people see and change it. */
@NullMarked
package anxin.work.floor;

import org.jspecify.annotations.NullMarked;
