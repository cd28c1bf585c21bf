/** Offers what fits at the desk, and learns from what is made of it. */
@NullMarked
package anxin.scripts.suggest;

import org.jspecify.annotations.NullMarked;
