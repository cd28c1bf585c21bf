/** The case itself: its states and transitions, its row, its deadline, its timeline. */
@NullMarked
package anxin.aftersales.cases;

import org.jspecify.annotations.NullMarked;
