package anxin.messaging.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server tells of a mail that it got from us (RFC 3464).
 *
 * @param of the Message-IDs that it may be about
 * @param action failed, delayed, delivered, relayed or expanded
 * @param status such as 5.1.1
 * @param said in the server's words
 */
record Bounce(List<String> of, String action, @Nullable String status, @Nullable String said) {

    boolean isFinal() {
        return action.equals("failed");
    }

    boolean isDelivered() {
        return action.equals("delivered");
    }

    /** As {@code Troubles} knows it. */
    String code() {
        var known = status == null ? "5.0.0" : status;
        return switch (known.substring(Math.min(2, known.length()))) {
            case "1.1", "1.3", "1.6", "1.10" -> "MAIL_NO_MAILBOX";
            case "1.2", "4.4", "1.8" -> "MAIL_NO_DOMAIN";
            case "2.2" -> "MAIL_FULL";
            case "2.1" -> "MAIL_DISABLED";
            case "3.4" -> "MAIL_TOO_LARGE";
            case "4.1", "4.2", "4.7" -> "MAIL_UNREACHABLE";
            default ->
                    known.substring(Math.min(2, known.length())).startsWith("7.")
                            ? "MAIL_REFUSED"
                            : "MAIL_BOUNCED";
        };
    }
}
