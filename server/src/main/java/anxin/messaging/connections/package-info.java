/** Which SMS vendor and which push a shop uses, with the keys sealed. */
@NullMarked
package anxin.messaging.connections;

import org.jspecify.annotations.NullMarked;
