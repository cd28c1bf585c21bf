/** Small learners over vectors and n-grams that train in seconds on one CPU. */
@NullMarked
package anxin.language.learn;

import org.jspecify.annotations.NullMarked;
