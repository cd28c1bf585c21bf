/** What every HTTP answer has in common. */
@NullMarked
package anxin.kernel.web;

import org.jspecify.annotations.NullMarked;
