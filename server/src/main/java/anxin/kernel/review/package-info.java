/** Texts that a second person looks at before they are live, and that go stale. */
@NullMarked
package anxin.kernel.review;

import org.jspecify.annotations.NullMarked;
