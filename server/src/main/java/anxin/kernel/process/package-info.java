/** How the process starts, tells where it can be reached, and ends. */
@NullMarked
package anxin.kernel.process;

import org.jspecify.annotations.NullMarked;
