package anxin.messaging.mail;

import java.util.regex.Pattern;

/** Which mails are a person speaking, and which are machines: decided by headers alone. */
enum MailSort {
    /** Somebody wrote. */
    PERSON,
    /** One of ours that came back. */
    OWN,
    /** A mail server tells of a mail of ours. */
    BOUNCE,
    /** Away on holiday, "we have got your mail". */
    AUTO_REPLY,
    /** A newsletter, a list. */
    BULK,
    /** One address writes more than a person can. */
    FLOOD,
    /** It cannot be read, however often it is tried. */
    BROKEN;

    private static final Pattern ROBOT =
            Pattern.compile("^(mailer-daemon|postmaster|bounce[s]?|no-?reply-bounce)(\\+.*)?@.*");
    private static final Pattern AWAY =
            Pattern.compile(
                    "^(auto(matic)? ?(reply|response)|out of (the )?office|自动回复|自動回覆|系统自动回复).*");

    static MailSort of(Mail mail, String ownAddress, boolean isOurs) {
        if (isOurs || mail.from().equalsIgnoreCase(ownAddress)) {
            return OWN;
        }
        if (mail.report() != null || isRobot(mail.from())) {
            return BOUNCE;
        }
        if (isAutomatic(mail)) {
            return AUTO_REPLY;
        }
        return isBulk(mail) ? BULK : PERSON;
    }

    /** A mail server speaks. */
    static boolean isRobot(String address) {
        return ROBOT.matcher(address).matches();
    }

    private static boolean isAutomatic(Mail mail) {
        var submitted = mail.lowerHeader("auto-submitted");
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || !mail.header("x-auto-response-suppress").isEmpty()
                || !mail.header("x-autoreply").isEmpty()
                || !mail.header("x-autorespond").isEmpty()
                || !mail.header("x-vacation").isEmpty()
                || mail.lowerHeader("precedence").startsWith("auto")
                || mail.header("return-path").strip().equals("<>")
                || AWAY.matcher(mail.subject().toLowerCase(java.util.Locale.ROOT)).matches();
    }

    private static boolean isBulk(Mail mail) {
        var precedence = mail.lowerHeader("precedence").strip();
        return precedence.equals("bulk")
                || precedence.equals("junk")
                || precedence.equals("list")
                || !mail.header("list-id").isEmpty()
                || !mail.header("list-unsubscribe").isEmpty();
    }
}
