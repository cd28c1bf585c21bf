package anxin.kernel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The header that says a body is ours: {@code Anxin-Signature: t=<seconds>,v1=<hex HMAC-SHA256 of
 * "t.body">}, with one {@code v1} for each secret that is good at the time.
 */
public final class SignedHook {

    public static final String HEADER = "Anxin-Signature";

    private SignedHook() {}

    public static String sign(List<String> secrets, Instant now, String body) {
        var seconds = now.getEpochSecond();
        var header = new StringBuilder("t=").append(seconds);
        for (var secret : secrets) {
            header.append(",v1=").append(Hmac.hex(secret, seconds + "." + body));
        }
        return header.toString();
    }

    /** Whether {@code header} was made with the secret over this body, not long ago. */
    public static boolean isGood(
            String secret, String header, String body, Instant now, Duration tolerance) {
        long seconds = 0;
        var given = new ArrayList<String>();
        for (var part : header.split(",")) {
            if (part.matches("t=\\d{1,12}")) {
                seconds = Long.parseLong(part.substring(2));
            } else if (part.startsWith("v1=")) {
                given.add(part.substring(3));
            }
        }
        var age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
        var expected = Hmac.hex(secret, seconds + "." + body);
        return age.compareTo(tolerance) <= 0
                && given.stream().anyMatch(one -> Hmac.same(expected, one));
    }
}
