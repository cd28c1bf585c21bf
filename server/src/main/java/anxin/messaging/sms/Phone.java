package anxin.messaging.sms;

/** Phone numbers as the vendors want them. */
final class Phone {

    private static final String CHINA = "86";
    private static final int MOBILE = 11;

    private Phone() {}

    /** +86 138-1234-5678 becomes 13812345678; numbers of other countries keep their code. */
    static String chinese(String number) {
        var digits = number.replaceAll("\\D", "");
        return digits.length() == MOBILE + CHINA.length() && digits.startsWith(CHINA)
                ? digits.substring(CHINA.length())
                : digits;
    }

    /** E.164: 13812345678 becomes +8613812345678. */
    static String international(String number) {
        var digits = number.replaceAll("\\D", "");
        return number.strip().startsWith("+") || digits.length() != MOBILE
                ? "+" + digits
                : "+" + CHINA + digits;
    }
}
