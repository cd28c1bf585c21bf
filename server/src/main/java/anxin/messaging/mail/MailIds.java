package anxin.messaging.mail;

import anxin.identity.Safe;
import anxin.kernel.wire.Hmac;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The ids of our mails: the same however often one has to be sent, and signed, so that an answer to
 * one is known as such and nobody makes one up. The same for the address that an answer goes to.
 */
@Component
class MailIds {

    private static final int SIGNED = 16;
    private static final Pattern MESSAGE =
            Pattern.compile("<?([0-9a-f-]{36})\\.([A-Za-z0-9_-]{" + SIGNED + "})@[^>]*>?");
    private static final Pattern PLUS =
            Pattern.compile("[^+@]+\\+c([0-9a-f]{32})([0-9a-f]{16})@.*");

    private final Safe safe;

    MailIds(Safe safe) {
        this.safe = safe;
    }

    /** The Message-ID of an answer, by its id in the outbox. */
    String messageId(UUID answer, String address) {
        return "<%s.%s@%s>".formatted(answer, signature("mail/" + answer), domain(address));
    }

    /** Which of our answers it is; empty for a stranger's, and for one that is made up. */
    Optional<UUID> answer(String messageId) {
        var found = MESSAGE.matcher(messageId.strip());
        return found.matches() && Hmac.same(signature("mail/" + found.group(1)), found.group(2))
                ? Optional.of(UUID.fromString(found.group(1)))
                : Optional.empty();
    }

    /** {@code service+c…@shop.example}: small letters and digits alone, since servers fold them. */
    String replyTo(UUID conversation, String address) {
        var at = address.lastIndexOf('@');
        return "%s+c%s%s%s"
                .formatted(
                        address.substring(0, at),
                        conversation.toString().replace("-", ""),
                        small(conversation),
                        address.substring(at));
    }

    Optional<UUID> conversation(String address) {
        var found = PLUS.matcher(address.strip().toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        var id =
                UUID.fromString(
                        found.group(1)
                                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        return Hmac.same(small(id), found.group(2)) ? Optional.of(id) : Optional.empty();
    }

    private String small(UUID conversation) {
        return Hmac.digest(safe.sign("mail-reply/" + conversation)).substring(0, 16);
    }

    private String signature(String words) {
        return safe.sign(words).substring(0, SIGNED);
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
