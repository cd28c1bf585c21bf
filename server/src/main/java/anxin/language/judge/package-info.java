/** Judges the learners on files of labelled texts; what the eval commands print. */
@NullMarked
package anxin.language.judge;

import org.jspecify.annotations.NullMarked;
