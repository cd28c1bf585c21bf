/** Doudian's open platform (抖店): {@code /afterSale/…}, signed with HMAC-SHA256. */
@NullMarked
package anxin.platforms.doudian;

import org.jspecify.annotations.NullMarked;
