/** E-mail as a channel: mailboxes that are read, mails made safe, answers that leave by SMTP. */
@NullMarked
package anxin.messaging.mail;

import org.jspecify.annotations.NullMarked;
