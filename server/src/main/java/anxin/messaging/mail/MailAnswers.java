package anxin.messaging.mail;

import anxin.messaging.Attachments;
import anxin.messaging.ConversationChannels.Kind;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Smtp;
import anxin.messaging.channel.Way.Undelivered;
import anxin.messaging.inbound.AnswersBy;
import anxin.messaging.inbound.InboundChannel;
import anxin.messaging.inbound.Mailbox;
import anxin.messaging.mail.MailStore.Received;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Answers by mail, as a reply to what was asked. Its Message-ID follows from the row, so that one
 * that had to be sent twice is the same mail to whoever gets it.
 */
@Component
class MailAnswers implements AnswersBy {

    private static final int MOST_REFERENCES = 20;
    private static final String CONVERSATION = "conversation:";

    private final MailServers servers;
    private final MailStore store;
    private final MailIds ids;
    private final Attachments attachments;

    MailAnswers(MailServers servers, MailStore store, MailIds ids, Attachments attachments) {
        this.servers = servers;
        this.store = store;
        this.ids = ids;
        this.attachments = attachments;
    }

    @Override
    public Kind kind() {
        return Kind.EMAIL;
    }

    @Override
    public @Nullable String deliver(InboundChannel channel, Letter letter) throws Undelivered {
        var box = channel.mailbox();
        if (box == null) {
            throw Undelivered.forNow("the channel has no mailbox");
        }
        List<Attachments.Content> files;
        try {
            files = attachments.contents(channel.shop(), letter.extras().files());
        } catch (Attachments.NotReady no) {
            throw Undelivered.of(no);
        }
        Smtp.send(servers.sender(box), sender -> mail(sender, channel, box, letter, files));
        return null;
    }

    private MimeMessage mail(
            JavaMailSenderImpl sender,
            InboundChannel channel,
            Mailbox box,
            Letter letter,
            List<Attachments.Content> files)
            throws MessagingException {
        var messageId = ids.messageId(letter.id(), box.address());
        var mail = new Named(sender, messageId);
        var writing = new MimeMessageHelper(mail, !files.isEmpty(), StandardCharsets.UTF_8.name());
        writing.setText(letter.body());
        for (var file : files) {
            writing.addAttachment(file.name(), new ByteArrayResource(file.bytes()), file.type());
        }
        mail.setFrom(address(box.address(), box.fromName()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
        var about = letter.extras().about();
        if (box.plus() && about != null && about.startsWith(CONVERSATION)) {
            var conversation = UUID.fromString(about.substring(CONVERSATION.length()));
            mail.setReplyTo(
                    new InternetAddress[] {
                        address(ids.replyTo(conversation, box.address()), box.fromName())
                    });
        }
        mail.setSentDate(Date.from(letter.writtenAt()));
        reply(mail, channel, letter.extras().inReplyTo());
        return mail;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        var sender = new InternetAddress(address, true);
        try {
            sender.setPersonal(name, StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
        return sender;
    }

    private void reply(MimeMessage mail, InboundChannel channel, @Nullable String asked)
            throws MessagingException {
        var question = asked == null ? null : store.received(channel.id(), asked).orElse(null);
        mail.setSubject(subject(channel, question), StandardCharsets.UTF_8.name());
        if (asked == null || asked.startsWith("sha256:")) {
            return;
        }
        mail.setHeader("In-Reply-To", "<" + asked + ">");
        var thread = new ArrayList<String>();
        if (question != null) {
            thread.addAll(question.refs().reversed());
        }
        thread.add(asked);
        mail.setHeader(
                "References",
                thread.stream()
                        .skip(Math.max(0, thread.size() - MOST_REFERENCES))
                        .map(id -> "<" + id + ">")
                        .collect(Collectors.joining("\r\n ")));
    }

    private static String subject(InboundChannel channel, @Nullable Received question) {
        var asked = question == null ? "" : question.subject();
        if (asked.isBlank()) {
            return "Re: " + channel.name();
        }
        return asked.matches("(?is)(re|回复|答复|回覆)\\s*[:：].*") ? asked : "Re: " + asked;
    }

    /** A mail whose id is ours: the library would give it one of its own as it leaves. */
    private static final class Named extends MimeMessage {

        private final String id;

        Named(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
