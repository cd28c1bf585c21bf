/**
 * What customers ask and nothing answers: gathered by meaning, drafted, and measured afterwards.
 */
@NullMarked
package anxin.knowledge.gaps;

import org.jspecify.annotations.NullMarked;
