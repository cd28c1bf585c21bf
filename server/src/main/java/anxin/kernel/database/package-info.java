/** The PostgreSQL we bring along, or the one we are given, and its migrations. */
@NullMarked
package anxin.kernel.database;

import org.jspecify.annotations.NullMarked;
