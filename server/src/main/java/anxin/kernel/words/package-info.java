/** What a text is found by, and how what was written of late is looked into first. */
@NullMarked
package anxin.kernel.words;

import org.jspecify.annotations.NullMarked;
