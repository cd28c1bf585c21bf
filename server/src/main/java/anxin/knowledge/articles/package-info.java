/** Articles: written, looked at by somebody else, live, confirmed from time to time. */
@NullMarked
package anxin.knowledge.articles;

import org.jspecify.annotations.NullMarked;
