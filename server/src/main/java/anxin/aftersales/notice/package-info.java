/** What a shop's policy says of a product, shown where people buy. */
@NullMarked
package anxin.aftersales.notice;

import org.jspecify.annotations.NullMarked;
