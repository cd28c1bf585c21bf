/** Others who are asked for help: each has a limit, and its answer comes back to the owner. */
@NullMarked
package anxin.tickets.transfer;

import org.jspecify.annotations.NullMarked;
