/**
 * Live sessions and promotions: when something was sold in a special way, and what was promised.
 */
@NullMarked
package anxin.commerce.sessions;

import org.jspecify.annotations.NullMarked;
