package anxin.messaging.mail;

import anxin.kernel.loop.Bell;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An open line to an inbox. */
final class MailLine implements AutoCloseable {

    /** A mail that waits to be taken; its content is fetched when it is asked for. */
    interface Waiting {
        long uid();

        Instant received() throws MessagingException;

        byte[] content() throws MessagingException;
    }

    /** Beyond this only the headers are read. */
    private static final int LARGEST = 40 << 20;

    private final IMAPStore store;
    private final IMAPFolder inbox;

    MailLine(IMAPStore store) throws MessagingException {
        this.store = store;
        this.inbox = (IMAPFolder) store.getFolder("INBOX");
        try {
            inbox.open(Folder.READ_ONLY);
        } catch (MessagingException noInbox) {
            store.close();
            throw noInbox;
        }
    }

    long uidValidity() throws MessagingException {
        return inbox.getUIDValidity();
    }

    boolean canIdle() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Those behind {@code last}, oldest first, that came since then. */
    List<Waiting> after(long last, Instant since) throws MessagingException {
        var found =
                last == 0
                        ? inbox.search(
                                new ReceivedDateTerm(
                                        ComparisonTerm.GE,
                                        Date.from(since.minus(Duration.ofDays(1)))))
                        : inbox.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        var wanted = new FetchProfile();
        wanted.add(UIDFolder.FetchProfileItem.UID);
        wanted.add(FetchProfile.Item.SIZE);
        wanted.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        inbox.fetch(found, wanted);
        var waiting = new ArrayList<Waiting>();
        for (var message : found) {
            var one = waiting(message);
            // A server answers the last mail there is where there is none behind.
            if (one.uid() > last && !one.received().isBefore(since)) {
                waiting.add(one);
            }
        }
        waiting.sort(Comparator.comparingLong(Waiting::uid));
        return waiting;
    }

    private Waiting waiting(Message message) throws MessagingException {
        var uid = inbox.getUID(message);
        return new Waiting() {
            @Override
            public long uid() {
                return uid;
            }

            @Override
            public Instant received() throws MessagingException {
                var at = message.getReceivedDate();
                return at == null ? Instant.EPOCH : at.toInstant();
            }

            @Override
            public byte[] content() throws MessagingException {
                try {
                    return read(message);
                } catch (IOException cut) {
                    throw new MessagingException("the line was cut", cut);
                }
            }
        };
    }

    private static byte[] read(Message message) throws MessagingException, IOException {
        var content = new ByteArrayOutputStream();
        if (message.getSize() <= LARGEST) {
            message.writeTo(content);
            return content.toByteArray();
        }
        for (var header : Collections.list(message.getAllHeaders())) {
            if (!header.getName().toLowerCase(java.util.Locale.ROOT).startsWith("content-")) {
                content.writeBytes(
                        (header.getName() + ": " + header.getValue() + "\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        content.writeBytes(
                "\r\n邮件过大，正文和附件未读取 | This mail is too large; only its headers were read\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        return content.toByteArray();
    }

    /** What came while we were reading is not told of again. */
    boolean hasMoreThan(int seen) throws MessagingException {
        inbox.doCommand(
                protocol -> {
                    protocol.noop();
                    return seen;
                });
        return inbox.getMessageCount() > seen;
    }

    int count() throws MessagingException {
        return inbox.getMessageCount();
    }

    /** Returns when the server tells of something, when the bell rings, or after that time. */
    void awaitNews(Duration longest, Bell bell) throws MessagingException {
        var waker =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        bell.await(longest);
                                        inbox.isOpen(); // Any word of ours ends the waiting.
                                    } catch (InterruptedException notNeeded) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        try {
            inbox.idle(true);
        } finally {
            waker.interrupt();
        }
    }

    @Override
    public void close() {
        for (var part : Arrays.<AutoCloseable>asList(() -> inbox.close(false), store)) {
            try {
                part.close();
            } catch (Exception gone) {
                // The line was cut; there is nothing left to close.
            }
        }
    }
}
