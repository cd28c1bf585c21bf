/** Signed-in browsers of staff and customers, and signing in and out. */
@NullMarked
package anxin.identity.session;

import org.jspecify.annotations.NullMarked;
