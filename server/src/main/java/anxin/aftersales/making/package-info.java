/** What is made for one customer alone: stopped when it is given up, made anew when it is owed. */
@NullMarked
package anxin.aftersales.making;

import org.jspecify.annotations.NullMarked;
