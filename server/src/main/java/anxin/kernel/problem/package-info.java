/**
 * How a wish is refused: RFC 9457 problems with a stable type and a text in the reader's language.
 */
@NullMarked
package anxin.kernel.problem;

import org.jspecify.annotations.NullMarked;
