/** Many waiting writers, one statement, one commit. */
@NullMarked
package anxin.kernel.batch;

import org.jspecify.annotations.NullMarked;
