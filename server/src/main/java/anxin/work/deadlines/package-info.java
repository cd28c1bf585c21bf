/** Deadlines: kept in the database, run on any node, never in memory. */
@NullMarked
package anxin.work.deadlines;

import org.jspecify.annotations.NullMarked;
