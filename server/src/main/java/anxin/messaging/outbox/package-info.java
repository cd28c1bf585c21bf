/** Messages that must go out: kept with their cause, sent behind it, again until they are. */
@NullMarked
package anxin.messaging.outbox;

import org.jspecify.annotations.NullMarked;
