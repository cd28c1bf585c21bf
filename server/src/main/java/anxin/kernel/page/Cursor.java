package anxin.kernel.page;

import anxin.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key of its last row. Opaque outside; a damaged one is a 400, never a
 * 500.
 */
public record Cursor(List<String> key) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor at(Object... key) {
        return new Cursor(java.util.Arrays.stream(key).map(String::valueOf).toList());
    }

    /**
     * Null when there is none; a problem with the pointer {@code /after} when it is not one of
     * ours.
     */
    public static @Nullable Cursor decode(@Nullable String after, int parts) {
        if (after == null || after.isBlank()) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            var cursor = new Cursor(List.of(text.split(SEPARATOR, -1)));
            if (cursor.key.size() != parts) {
                throw damaged();
            }
            return cursor;
        } catch (IllegalArgumentException notBase64) {
            throw damaged();
        }
    }

    public String text(int part) {
        return key.get(part);
    }

    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException notANumber) {
            throw damaged();
        }
    }

    public Instant instant(int part) {
        try {
            return Instant.parse(key.get(part));
        } catch (java.time.format.DateTimeParseException notATime) {
            throw damaged();
        }
    }

    public UUID uuid(int part) {
        try {
            return UUID.fromString(key.get(part));
        } catch (IllegalArgumentException notAnId) {
            throw damaged();
        }
    }

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }

    private static Problem damaged() {
        return Problem.invalid(
                "/after",
                "这不是本列表给出的翻页标记，请去掉它从第一页开始",
                "This is not a marker this list gave out; leave it away to start at the first page");
    }
}
