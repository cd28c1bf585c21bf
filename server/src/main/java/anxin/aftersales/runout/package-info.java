/** What happens when nobody moved in time: a next step, a next person, never silence. */
@NullMarked
package anxin.aftersales.runout;

import org.jspecify.annotations.NullMarked;
