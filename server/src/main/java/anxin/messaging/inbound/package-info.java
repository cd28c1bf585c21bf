/** The channels on which customers write to a shop, and the door by which their messages come. */
@NullMarked
package anxin.messaging.inbound;

import org.jspecify.annotations.NullMarked;
