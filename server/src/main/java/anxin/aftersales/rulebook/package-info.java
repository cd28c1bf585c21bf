/**
 * Each shop's policy as versions: written as a draft, tried on past cases, published, rolled back.
 */
@NullMarked
package anxin.aftersales.rulebook;

import org.jspecify.annotations.NullMarked;
