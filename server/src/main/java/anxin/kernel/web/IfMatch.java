package anxin.kernel.web;

import anxin.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The version a change was decided on, from {@code If-Match: "3"}. */
public final class IfMatch {

    private IfMatch() {}

    /** 428 when it is missing: without it somebody else's change could be overwritten unseen. */
    public static int version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.refused(
                            "version-needed",
                            "缺少 If-Match 请求头，请带上您所看到的版本号",
                            "The header If-Match is missing; send the version you have seen")
                    .as(428);
        }
        try {
            return Integer.parseInt(header.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException notAVersion) {
            throw Problem.invalid("/If-Match", "应为版本号，例如 \"3\"", "must be a version such as \"3\"");
        }
    }

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** 409 when somebody else has changed it since {@code seen}. */
    public static void requireCurrent(int seen, int current) {
        if (seen != current) {
            throw Problem.conflict(
                            "version-conflict",
                            "内容已被他人修改，请刷新后重试",
                            "Somebody else changed this; look at it again")
                    .with("current", current);
        }
    }
}
