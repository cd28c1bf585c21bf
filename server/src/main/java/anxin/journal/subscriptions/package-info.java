/** Web hooks out: who is told of what, signed, tried again, and kept in a log. */
@NullMarked
package anxin.journal.subscriptions;

import org.jspecify.annotations.NullMarked;
