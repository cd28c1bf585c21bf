package anxin.messaging.channel;

import anxin.messaging.OutboundMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * E-mail by SMTP: {@code smtp://user:password@host:587} (STARTTLS when the server offers it; with
 * {@code ?starttls=required} never without) or {@code smtps://…}. The Message-ID comes from the
 * row, so a mail that had to be sent twice is recognised as the same by the reader's mailbox.
 */
public final class SmtpWay implements Way {

    private final @Nullable JavaMailSenderImpl smtp;
    private final String from;

    public SmtpWay(String url, String from) {
        this.smtp = url.isBlank() ? null : sender(URI.create(url));
        this.from = from;
    }

    private static JavaMailSenderImpl sender(URI url) {
        var scheme = url.getScheme();
        if (url.getHost() == null || !("smtp".equals(scheme) || "smtps".equals(scheme))) {
            throw new IllegalArgumentException(
                    "ANXIN_SMTP_URL must look like smtp://user:password@host:587");
        }
        var sender = Smtp.sender(scheme, url.getHost(), url.getPort());
        var settings = sender.getJavaMailProperties();
        var user = url.getRawUserInfo();
        if (user != null) {
            var colon = user.indexOf(':');
            sender.setUsername(decoded(colon < 0 ? user : user.substring(0, colon)));
            sender.setPassword(colon < 0 ? "" : decoded(user.substring(colon + 1)));
            settings.setProperty("mail." + scheme + ".auth", "true");
        }
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty(
                "mail.smtp.starttls.required",
                String.valueOf("starttls=required".equals(url.getQuery())));
        settings.setProperty("mail." + scheme + ".ssl.checkserveridentity", "true");
        settings.setProperty("mail." + scheme + ".connectiontimeout", "5000");
        settings.setProperty("mail." + scheme + ".timeout", "10000");
        settings.setProperty("mail." + scheme + ".writetimeout", "10000");
        return sender;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "SMTP";
    }

    @Override
    public boolean takes(@Nullable String shop, OutboundMessage.Channel channel) {
        return smtp != null && channel == OutboundMessage.Channel.EMAIL;
    }

    @Override
    public @Nullable String deliver(Letter letter) throws Undelivered {
        var sender = smtp;
        if (sender == null) {
            throw Undelivered.forNow("no SMTP server is set up");
        }
        Smtp.send(sender, writing -> mail(writing, letter));
        return null;
    }

    private MimeMessage mail(JavaMailSenderImpl sender, Letter letter) throws MessagingException {
        var mail = sender.createMimeMessage();
        mail.setFrom(new InternetAddress(from, true));
        mail.setRecipient(
                jakarta.mail.Message.RecipientType.TO,
                new InternetAddress(letter.recipient(), true));
        mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        mail.setText(letter.body(), StandardCharsets.UTF_8.name());
        mail.setHeader("Message-ID", "<" + letter.id() + "@anxin>");
        mail.setHeader("Auto-Submitted", "auto-generated");
        var unsubscribe = letter.extras().unsubscribe();
        if (unsubscribe != null) {
            // RFC 8058: the reader's mailbox may show a button that stops this kind of mail.
            mail.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }
}
