/** The ways out of the house: mail by SMTP, SMS by a signed web hook, the mailbox of the demo. */
@NullMarked
package anxin.messaging.channel;

import org.jspecify.annotations.NullMarked;
