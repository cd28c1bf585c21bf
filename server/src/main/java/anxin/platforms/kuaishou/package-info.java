/**
 * Kuaishou's shops (快手小店): refunds by cursor, signed with HMAC-SHA256, messages sealed with AES.
 */
@NullMarked
package anxin.platforms.kuaishou;

import org.jspecify.annotations.NullMarked;
