package anxin.messaging.mail;

import anxin.messaging.channel.Smtp;
import anxin.messaging.inbound.Mailbox;
import anxin.messaging.inbound.Mailbox.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Lines to a shop's mail servers, on which nothing waits for ever. */
@Component
class MailServers {

    private final Duration timeout;

    MailServers(@Value("${anxin.mail.timeout:20s}") Duration timeout) {
        this.timeout = timeout;
    }

    IMAPStore open(Mailbox box) throws MessagingException {
        var protocol = box.in().security() == Security.TLS ? "imaps" : "imap";
        var session = Session.getInstance(settings(protocol, box.in().security()));
        var store = (IMAPStore) session.getStore(protocol);
        store.connect(box.in().host(), box.in().port(), box.user(), box.password());
        if (store.hasCapability("ID")) {
            // Some providers in China let nobody read who has not said which program they are.
            store.id(Map.of("name", "Anxin", "version", "1"));
        }
        return store;
    }

    JavaMailSenderImpl sender(Mailbox box) {
        var protocol = box.out().security() == Security.TLS ? "smtps" : "smtp";
        var sender = Smtp.sender(protocol, box.out().host(), box.out().port());
        sender.setUsername(box.user());
        sender.setPassword(box.password());
        sender.getJavaMailProperties().putAll(settings(protocol, box.out().security()));
        sender.getJavaMailProperties().setProperty("mail." + protocol + ".auth", "true");
        return sender;
    }

    private Properties settings(String protocol, Security security) {
        var settings = new Properties();
        var millis = String.valueOf(timeout.toMillis());
        var mail = "mail." + protocol + ".";
        settings.setProperty(mail + "connectiontimeout", millis);
        settings.setProperty(mail + "timeout", millis);
        settings.setProperty(mail + "writetimeout", millis);
        settings.setProperty(mail + "ssl.checkserveridentity", "true");
        settings.setProperty(
                mail + "starttls.enable", String.valueOf(security == Security.STARTTLS));
        settings.setProperty(
                mail + "starttls.required", String.valueOf(security == Security.STARTTLS));
        // Somebody may read the same mailbox: what we have read stays unread for them.
        settings.setProperty(mail + "peek", "true");
        return settings;
    }
}
