/** Web push by RFC 8030, sealed by RFC 8291, signed by RFC 8292; app push by a signed web hook. */
@NullMarked
package anxin.messaging.push;

import org.jspecify.annotations.NullMarked;
