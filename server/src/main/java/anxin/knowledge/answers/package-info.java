/** Answers with their source, or an honest “I do not know”. */
@NullMarked
package anxin.knowledge.answers;

import org.jspecify.annotations.NullMarked;
