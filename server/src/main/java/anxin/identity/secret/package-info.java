/** Secrets that only their holder keeps, and a short memory of what they opened. */
@NullMarked
package anxin.identity.secret;

import org.jspecify.annotations.NullMarked;
