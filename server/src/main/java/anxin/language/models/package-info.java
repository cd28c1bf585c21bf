/** The trained models of the product and of each shop: made once, kept, opened when asked. */
@NullMarked
package anxin.language.models;

import org.jspecify.annotations.NullMarked;
