package anxin.messaging.mail;

import anxin.kernel.wire.Hmac;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands a mail from its bytes alone, so that no server's idea of it matters. */
final class ReadMail {

    static final Session NO_SERVER = Session.getInstance(new Properties());

    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_SUBJECT = 300;
    private static final int MOST_FILES = 10;
    private static final int DEEPEST = 12;
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{3,400}>");

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Mail.File> files = new ArrayList<>();
    private final List<String> aboutIds = new ArrayList<>();
    private @Nullable String action;
    private @Nullable String status;
    private @Nullable String diagnosis;

    private ReadMail() {}

    static Mail of(byte[] raw, Instant received) throws MessagingException, IOException {
        var mail = new MimeMessage(NO_SERVER, new ByteArrayInputStream(raw));
        var reading = new ReadMail();
        reading.part(mail, 0);
        return reading.mail(mail, raw, received);
    }

    private Mail mail(MimeMessage mail, byte[] raw, Instant received) throws MessagingException {
        var page = html.toString();
        var text = plain.isEmpty() ? SafeHtml.text(page) : plain.toString();
        var parted =
                Quoted.of(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        var from = from(mail);
        var sender = from == null ? "" : from.getAddress().strip().toLowerCase(Locale.ROOT);
        if (action == null && MailSort.isRobot(sender)) {
            // A server that tells in its own words what RFC 3464 has fields for.
            action = "failed";
            diagnosis = cut(parted.said().replaceAll("\\s+", " "), 250);
        }
        return new Mail(
                id(mail, raw),
                sender,
                from == null ? null : name(from),
                to(mail),
                cut(HeaderText.of(mail.getHeader("Subject", null)), LONGEST_SUBJECT),
                references(mail),
                storable(parted.said()),
                page.isEmpty() ? null : SafeHtml.of(storable(page)),
                parted.history() == null ? null : storable(parted.history()),
                List.copyOf(files),
                at(mail, received),
                headers(mail),
                report(raw));
    }

    private @Nullable Bounce report(byte[] raw) {
        var told = action;
        return told == null ? null : new Bounce(aboutIds(raw), told, status, diagnosis);
    }

    /** A database keeps no zero byte. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static String id(MimeMessage mail, byte[] raw) throws MessagingException {
        var given = mail.getHeader("Message-ID", null);
        var found = given == null ? null : given.replaceAll("[<>\\s]", "");
        return found == null || found.isEmpty() || found.length() > 400
                ? "sha256:" + Hmac.digest(raw)
                : found;
    }

    private static Map<String, String> headers(MimeMessage mail) throws MessagingException {
        var headers = new HashMap<String, String>();
        for (var header : Collections.list(mail.getAllHeaders())) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    private static @Nullable InternetAddress from(MimeMessage mail) throws MessagingException {
        for (var name : List.of("From", "Sender")) {
            var raw = mail.getHeader(name, ",");
            if (raw == null) {
                continue;
            }
            try {
                var parsed = InternetAddress.parseHeader(raw, false);
                if (parsed.length > 0 && String.valueOf(parsed[0].getAddress()).contains("@")) {
                    return parsed[0];
                }
            } catch (AddressException unreadable) {
                // The next header, or nobody.
            }
        }
        return null;
    }

    private static @Nullable String name(InternetAddress from) {
        // The library decodes word by word; ours knows what senders do to Chinese.
        var raw = from.toString().replaceAll("<[^<>]*>\\s*$", "").strip();
        var name = HeaderText.of(raw.replaceAll("^\"|\"$", ""));
        return name.isEmpty() || name.contains("@") ? null : cut(name, 100);
    }

    private static List<String> to(MimeMessage mail) throws MessagingException {
        var all = new ArrayList<String>();
        for (var name : List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To")) {
            var raw = mail.getHeader(name, ",");
            if (raw != null) {
                try {
                    Arrays.stream(InternetAddress.parseHeader(raw, false))
                            .map(InternetAddress::getAddress)
                            .forEach(all::add);
                } catch (AddressException unreadable) {
                    all.add(raw);
                }
            }
        }
        return all;
    }

    /** The nearest first. */
    private static List<String> references(MimeMessage mail) throws MessagingException {
        var ids = new ArrayList<String>();
        for (var name : List.of("References", "In-Reply-To")) {
            var raw = mail.getHeader(name, " ");
            if (raw != null) {
                ID.matcher(raw)
                        .results()
                        .map(one -> one.group().substring(1, one.group().length() - 1))
                        .forEach(ids::add);
            }
        }
        return ids.reversed().stream().distinct().limit(30).toList();
    }

    private static Instant at(MimeMessage mail, Instant received) throws MessagingException {
        var sent = mail.getSentDate();
        return sent == null || sent.toInstant().isAfter(received) ? received : sent.toInstant();
    }

    private void part(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        var type = type(part);
        var name = fileName(part);
        if (type.match("multipart/*")) {
            multipart(part, type, depth);
        } else if (type.match("message/delivery-status")) {
            deliveryStatus(new String(bytes(part), StandardCharsets.UTF_8));
        } else if (type.match("message/rfc822") || type.match("text/rfc822-headers")) {
            attachedMail(part, name);
        } else if (name == null && type.match("text/html") && !isFile(part)) {
            html.append(Charsets.read(bytes(part), type.getParameter("charset")));
        } else if (name == null && type.match("text/*") && !isFile(part)) {
            plain.append(Charsets.read(bytes(part), type.getParameter("charset"))).append('\n');
        } else {
            file(name == null ? "file" : name, bytes(part));
        }
    }

    private void multipart(Part part, ContentType type, int depth)
            throws MessagingException, IOException {
        if (!(content(part) instanceof Multipart many)) {
            plain.append(Charsets.read(bytes(part), null));
            return;
        }
        if (type.match("multipart/report")
                && "disposition-notification".equals(type.getParameter("report-type"))) {
            action = "read-receipt";
        }
        int parts;
        try {
            parts = many.getCount();
        } catch (MessagingException noBoundary) {
            plain.append(Charsets.read(bytes(part), null));
            return;
        }
        for (int n = 0; n < parts; n++) {
            part(many.getBodyPart(n), depth + 1);
        }
    }

    private static @Nullable Object content(Part part) throws MessagingException {
        try {
            return part.getContent();
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException nonsense) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    private static boolean isFile(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(String.valueOf(disposition(part)));
    }

    private static @Nullable String disposition(Part part) throws MessagingException {
        try {
            return part.getDisposition();
        } catch (ParseException nonsense) {
            return null;
        }
    }

    private static @Nullable String fileName(Part part) throws MessagingException {
        try {
            var name = part.getFileName();
            return name == null ? null : HeaderText.of(name);
        } catch (ParseException nonsense) {
            return "file";
        }
    }

    /** As much as can be read: a transfer encoding that is broken at its end loses its end only. */
    private static byte[] bytes(Part part) throws MessagingException {
        var read = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            in.transferTo(read);
        } catch (IOException broken) {
            return read.toByteArray();
        }
        return read.toByteArray();
    }

    private void file(String name, byte[] content) {
        if (files.size() < MOST_FILES) {
            files.add(new Mail.File(name, content));
        }
    }

    /** The mail that came back, or one that somebody passes on. */
    private void attachedMail(Part part, @Nullable String name) throws MessagingException {
        var raw = bytes(part);
        var headers = new String(raw, StandardCharsets.ISO_8859_1);
        ID.matcher(headers.substring(0, Math.min(headers.length(), 16_384)))
                .results()
                .map(one -> one.group().substring(1, one.group().length() - 1))
                .forEach(aboutIds::add);
        if (action == null) {
            file((name == null ? "mail" : name) + ".eml", raw);
        }
    }

    private void deliveryStatus(String fields) {
        for (var line : fields.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
            var colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
                case "action" -> action = value.toLowerCase(Locale.ROOT);
                case "status" -> status = value.replaceAll("[^0-9.].*$", "");
                case "diagnostic-code" ->
                        diagnosis = cut(value.replaceFirst("^[a-zA-Z0-9-]+;\\s*", ""), 250);
                default -> {}
            }
        }
        if (action == null) {
            action = "unknown";
        }
    }

    /** Some servers quote the mail in their text instead of attaching it. */
    private List<String> aboutIds(byte[] raw) {
        var ids = new ArrayList<>(aboutIds);
        ID.matcher(new String(raw, StandardCharsets.ISO_8859_1))
                .results()
                .map(one -> one.group().substring(1, one.group().length() - 1))
                .forEach(ids::add);
        return ids.stream().distinct().limit(100).toList();
    }
}
