/** SMS by the documented HTTP APIs of Aliyun and Tencent Cloud, with their receipts. */
@NullMarked
package anxin.messaging.sms;

import org.jspecify.annotations.NullMarked;
