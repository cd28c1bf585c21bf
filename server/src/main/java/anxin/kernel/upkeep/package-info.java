/** What grows is cut back: on any node, a little at a time, by a time-table in the database. */
@NullMarked
package anxin.kernel.upkeep;

import org.jspecify.annotations.NullMarked;
