/** What a shop's policy answers to a wish: one pure decision, its rules and its words. */
@NullMarked
package anxin.aftersales.policy;

import org.jspecify.annotations.NullMarked;
