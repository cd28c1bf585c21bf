/** What people decide: the desk's queue, the case page, approval, refusal, questions. */
@NullMarked
package anxin.aftersales.review;

import org.jspecify.annotations.NullMarked;
