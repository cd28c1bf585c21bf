/** Stores, and what was on their shelves when somebody counted. */
@NullMarked
package anxin.commerce.stores;

import org.jspecify.annotations.NullMarked;
