/** Which of the things that customers want we have words for. */
@NullMarked
package anxin.scripts.coverage;

import org.jspecify.annotations.NullMarked;
