/** The intents: those that are shipped, and what each shop makes of them. */
@NullMarked
package anxin.language.catalogue;

import org.jspecify.annotations.NullMarked;
