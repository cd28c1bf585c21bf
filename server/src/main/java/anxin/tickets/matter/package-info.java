/** A ticket, its course, its steps and what is kept of it. */
@NullMarked
package anxin.tickets.matter;

import org.jspecify.annotations.NullMarked;
