/** Finds what was said by its words, two-character Chinese ones included. */
@NullMarked
package anxin.conversation.search;

import org.jspecify.annotations.NullMarked;
