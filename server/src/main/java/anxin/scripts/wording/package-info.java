/** Looks over what is about to be said: vague, blaming, rude, or more than the policy grants. */
@NullMarked
package anxin.scripts.wording;

import org.jspecify.annotations.NullMarked;
