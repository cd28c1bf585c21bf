/** WeChat Pay, API v3. */
@NullMarked
package anxin.payments.wechat;

import org.jspecify.annotations.NullMarked;
