/** What a node does again and again beside answering requests. */
@NullMarked
package anxin.kernel.loop;

import org.jspecify.annotations.NullMarked;
