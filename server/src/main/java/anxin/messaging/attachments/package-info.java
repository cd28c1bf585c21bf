/** Files beside messages: kept outside the database, judged by their content, looked at, linked. */
@NullMarked
package anxin.messaging.attachments;

import org.jspecify.annotations.NullMarked;
