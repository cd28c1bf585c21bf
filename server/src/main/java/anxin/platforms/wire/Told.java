package anxin.platforms.wire;

import anxin.platforms.PlatformTrouble;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading what a platform wrote; whatever is not there or not so is said by name. */
public final class Told {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Told() {}

    /** A number or a text, as text; empty when it is not there. */
    public static String text(JsonNode in, String field) {
        return in.path(field).asString("").strip();
    }

    public static @Nullable String textOrNull(JsonNode in, String field) {
        var text = text(in, field);
        return text.isEmpty() ? null : text;
    }

    public static String need(JsonNode in, String field) {
        var text = text(in, field);
        if (text.isEmpty()) {
            throw strange(field + " is missing");
        }
        return text;
    }

    public static long number(JsonNode in, String field) {
        var text = need(in, field);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw strange(field + " is no number: " + text);
        }
    }

    public static long numberOrZero(JsonNode in, String field) {
        return text(in, field).isEmpty() ? 0 : number(in, field);
    }

    /** {@code 129.00} as 12900; a finer amount is not rounded but refused. */
    public static long fen(JsonNode in, String field) {
        var text = need(in, field);
        try {
            return new BigDecimal(text).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw strange(field + " is no amount: " + text);
        }
    }

    public static Instant seconds(JsonNode in, String field) {
        return Instant.ofEpochSecond(number(in, field));
    }

    /** Null for nothing and for 0, which these platforms write for “never”. */
    public static @Nullable Instant secondsOrNull(JsonNode in, String field) {
        var seconds = numberOrZero(in, field);
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    public static Instant millis(JsonNode in, String field) {
        return Instant.ofEpochMilli(number(in, field));
    }

    public static @Nullable Instant millisOrNull(JsonNode in, String field) {
        var millis = numberOrZero(in, field);
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** Clock time in China, as text or in milliseconds. */
    public static Instant chinaTime(JsonNode in, String field) {
        return chinaTimeIfThere(in, field).orElseThrow(() -> strange(field + " is missing"));
    }

    public static @Nullable Instant chinaTimeOrNull(JsonNode in, String field) {
        return chinaTimeIfThere(in, field).orElse(null);
    }

    private static Optional<Instant> chinaTimeIfThere(JsonNode in, String field) {
        var text = text(in, field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("\\d{12,14}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).atZone(CHINA).toInstant());
        } catch (DateTimeException e) {
            throw strange(field + " is no time: " + text);
        }
    }

    public static String chinaTime(Instant time) {
        return TIME.format(LocalDateTime.ofInstant(time, CHINA));
    }

    public static PlatformTrouble strange(String why) {
        return PlatformTrouble.of(PlatformTrouble.Kind.NOT_UNDERSTOOD, why);
    }
}
