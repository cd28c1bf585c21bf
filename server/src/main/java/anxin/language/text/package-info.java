/** How a text is read before anything learns from it: one way for training and for use. */
@NullMarked
package anxin.language.text;

import org.jspecify.annotations.NullMarked;
