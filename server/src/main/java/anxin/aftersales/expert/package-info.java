/** An expert called in to a case, with ten minutes to take it and two hours to solve it. */
@NullMarked
package anxin.aftersales.expert;

import org.jspecify.annotations.NullMarked;
