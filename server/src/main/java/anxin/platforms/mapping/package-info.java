/** What each platform's codes mean here, and ours there: tables, total over any code. */
@NullMarked
package anxin.platforms.mapping;

import org.jspecify.annotations.NullMarked;
