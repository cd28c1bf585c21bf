/** The help pages of a shop: light, found by search engines, without a script. */
@NullMarked
package anxin.knowledge.help;

import org.jspecify.annotations.NullMarked;
