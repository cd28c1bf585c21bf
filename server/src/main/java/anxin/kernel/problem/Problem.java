package anxin.kernel.problem;

import anxin.kernel.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish that is refused, told as RFC 9457: a stable {@code type}, a text in the reader's language,
 * what to do next, and for malformed input one pointer per field. Thrown where the refusal is
 * certain; turned into HTTP by {@link ProblemAdvice}.
 */
public final class Problem extends RuntimeException {

    /**
     * One field that is wrong: a JSON pointer into the request (RFC 6901), and what is expected
     * there.
     */
    public record Field(String pointer, Text expected) {}

    private final int status;
    private final String type;
    private final Text text;
    private final List<Field> fields;
    private final Map<String, Object> extra;
    private final @Nullable Duration retryAfter;

    private Problem(
            int status,
            String type,
            Text text,
            List<Field> fields,
            Map<String, Object> extra,
            @Nullable Duration retryAfter) {
        super(type + ": " + text.en(), null, false, false);
        this.status = status;
        this.type = type;
        this.text = text;
        this.fields = fields;
        this.extra = extra;
        this.retryAfter = retryAfter;
    }

    /** A rule said no (422): {@code because} is a stable kebab-case code. */
    public static Problem refused(String because, String zh, String en) {
        return new Problem(422, because, Text.of(zh, en), List.of(), Map.of(), null);
    }

    /** Not there, or not yours: the same answer for both (404). */
    public static Problem missing(String what) {
        return new Problem(
                404,
                what + "-not-found",
                Text.of("没有找到，或您无权查看", "Not found, or not yours to see"),
                List.of(),
                Map.of(),
                null);
    }

    /** The message is malformed in one field (400). */
    public static Problem invalid(String pointer, String zh, String en) {
        return invalid(List.of(new Field(pointer, Text.of(zh, en))));
    }

    public static Problem invalid(List<Field> fields) {
        return new Problem(
                400,
                "invalid-request",
                Text.of(
                        "请求内容有误，请按提示修改后再提交",
                        "Some of the input is not as expected; mend the fields named and send it again"),
                List.copyOf(fields),
                Map.of(),
                null);
    }

    /** Somebody else was faster, or the same id was used for something else (409). */
    public static Problem conflict(String type, String zh, String en) {
        return new Problem(409, type, Text.of(zh, en), List.of(), Map.of(), null);
    }

    /** Nobody is signed in (401). */
    public static Problem signInFirst() {
        return new Problem(
                401,
                "sign-in-first",
                Text.of("请先登录", "Please sign in first"),
                List.of(),
                Map.of(),
                null);
    }

    /** Signed in, but without this right (403). */
    public static Problem forbidden(String permission) {
        return new Problem(
                403,
                "permission-needed",
                Text.of(
                        "您没有执行此操作的权限，请联系管理员",
                        "You do not have the right to do this; ask your administrator"),
                List.of(),
                Map.of("permission", permission),
                null);
    }

    /** Too many of these from here (429), with the time to wait. */
    public static Problem tooMany(Duration retryAfter) {
        return new Problem(
                429,
                "too-many-requests",
                Text.of(
                        "操作过于频繁，请在" + Math.max(1, retryAfter.toSeconds()) + "秒后再试",
                        "Too many requests; try again in "
                                + Math.max(1, retryAfter.toSeconds())
                                + " s"),
                List.of(),
                Map.of(),
                retryAfter);
    }

    /** We are full or shutting down (503): nothing was done, the same request may be sent again. */
    public static Problem busy(Duration retryAfter) {
        return new Problem(
                503,
                "busy",
                Text.of(
                        "系统繁忙，您的内容没有丢失，请稍等" + Math.max(1, retryAfter.toSeconds()) + "秒重试",
                        "The system is busy; nothing was done, send the same request again in "
                                + Math.max(1, retryAfter.toSeconds())
                                + " s"),
                List.of(),
                Map.of(),
                retryAfter);
    }

    /**
     * The same problem, carrying one more member for programs, such as the current version of the
     * thing.
     */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extra);
        more.put(member, value);
        return new Problem(status, type, text, fields, more, retryAfter);
    }

    /**
     * The same problem under another HTTP status, for the few cases that need one (413, 415, 412,
     * 428).
     */
    public Problem as(int otherStatus) {
        return new Problem(otherStatus, type, text, fields, extra, retryAfter);
    }

    /** The same problem, naming the places in the request that it is about. */
    public Problem at(List<Field> places) {
        return new Problem(status, type, text, List.copyOf(places), extra, retryAfter);
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public Text text() {
        return text;
    }

    public List<Field> fields() {
        return fields;
    }

    public Map<String, Object> extra() {
        return extra;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
