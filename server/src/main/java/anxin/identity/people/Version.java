package anxin.identity.people;

import anxin.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The version a change was made from, {@code If-Match: "3"}. */
public final class Version {

    private Version() {}

    public static long from(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.refused(
                            "version-needed",
                            "请带上 If-Match：您所看到的版本号",
                            "Send If-Match with the version you have seen")
                    .as(428);
        }
        try {
            return Long.parseLong(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException notAVersion) {
            throw Problem.invalid("/If-Match", "应为版本号，如 \"3\"", "must be a version such as \"3\"");
        }
    }

    /** 409 when somebody else changed it after {@code seen}. */
    public static void requireCurrent(long seen, long current) {
        if (seen != current) {
            throw Problem.conflict(
                            "version-conflict",
                            "内容已被他人修改，请刷新后重试",
                            "Somebody else changed this; look at it again")
                    .with("current", current);
        }
    }

    /** Tells the version to send back with the next change. */
    public static void tag(HttpServletResponse response, long version) {
        response.setHeader(HttpHeaders.ETAG, "\"" + version + "\"");
    }
}
