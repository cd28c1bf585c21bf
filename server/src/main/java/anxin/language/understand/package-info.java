/** Reads one message: its language, what is wanted and named in it, how the writer feels. */
@NullMarked
package anxin.language.understand;

import org.jspecify.annotations.NullMarked;
