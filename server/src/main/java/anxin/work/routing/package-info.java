/** The queues of a shop, and the rules by which work finds its own. */
@NullMarked
package anxin.work.routing;

import org.jspecify.annotations.NullMarked;
