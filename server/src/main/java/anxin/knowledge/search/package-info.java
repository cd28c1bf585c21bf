/** Finds what answers a question, by its words and by its meaning, and says how sure it is. */
@NullMarked
package anxin.knowledge.search;

import org.jspecify.annotations.NullMarked;
