/** Signed web hooks by which a shop tells us what changed, the moment it changes. */
@NullMarked
package anxin.commerce.hooks;

import org.jspecify.annotations.NullMarked;
