package anxin.messaging.channel;

import anxin.messaging.channel.Way.Undelivered;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mails over to a server, and tells what is refused for good from what is not. */
public final class Smtp {

    /** Makes a mail. */
    public interface Writing {
        MimeMessage write(JavaMailSenderImpl sender) throws MessagingException;
    }

    private Smtp() {}

    public static JavaMailSenderImpl sender(String protocol, String host, int port) {
        var sender = new JavaMailSenderImpl();
        sender.setProtocol(protocol);
        sender.setHost(host);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (port > 0) {
            sender.setPort(port);
        }
        return sender;
    }

    public static void send(JavaMailSenderImpl sender, Writing writing) throws Undelivered {
        try {
            sender.send(writing.write(sender));
        } catch (MailSendException refused) {
            throw undelivered(refused);
        } catch (MailAuthenticationException wrong) {
            throw Undelivered.coded("MAIL_LOGIN", why(wrong), false);
        } catch (MailException unreachable) {
            throw Undelivered.forNow(why(unreachable));
        } catch (AddressException notAnAddress) {
            throw Undelivered.forGood("not an e-mail address");
        } catch (MessagingException cannotBeWritten) {
            throw Undelivered.forGood(why(cannotBeWritten));
        }
    }

    /** The address itself was refused for good: asking again will not help. */
    private static Undelivered undelivered(MailSendException refused) {
        for (var failure : refused.getFailedMessages().values()) {
            if (failure instanceof SendFailedException sending
                    && sending.getInvalidAddresses() != null
                    && sending.getInvalidAddresses().length > 0) {
                return Undelivered.forGood(why(refused));
            }
        }
        return Undelivered.forNow(why(refused));
    }

    private static String why(Exception trouble) {
        var text = String.valueOf(trouble.getMessage());
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
