/**
 * What every way in has in common: which write is the newer, what a document must look like, and
 * what became of it.
 */
@NullMarked
package anxin.commerce.intake;

import org.jspecify.annotations.NullMarked;
