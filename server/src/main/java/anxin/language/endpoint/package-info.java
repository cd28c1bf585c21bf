/** The language model that a shop may connect: what leaves the house, what it costs, what holds. */
@NullMarked
package anxin.language.endpoint;

import org.jspecify.annotations.NullMarked;
