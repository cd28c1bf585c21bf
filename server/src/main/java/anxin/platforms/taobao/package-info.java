/** Taobao's and Tmall's open platform (TOP): refunds, signed with MD5 or HMAC. */
@NullMarked
package anxin.platforms.taobao;

import org.jspecify.annotations.NullMarked;
