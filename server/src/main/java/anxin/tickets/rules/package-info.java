/** What a shop has set up for its tickets: rules, limits, and who is asked for help. */
@NullMarked
package anxin.tickets.rules;

import org.jspecify.annotations.NullMarked;
