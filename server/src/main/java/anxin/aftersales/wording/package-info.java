/** Whether a text promises a time or only sounds as if it did. Pure; knows nothing of cases. */
@NullMarked
package anxin.aftersales.wording;

import org.jspecify.annotations.NullMarked;
