/**
 * What customers are told at each step: wordings by language, channel and shop, and their check.
 */
@NullMarked
package anxin.aftersales.template;

import org.jspecify.annotations.NullMarked;
