/** When a shop works: shifts, holidays and the days that make up for them. */
@NullMarked
package anxin.work.hours;

import org.jspecify.annotations.NullMarked;
