package anxin.identity.people;

import anxin.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The version a change was made from, {@code If-Match: "3"}. */
final class Version {

    private Version() {}

    static long from(@Nullable String ifMatch) {
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
}
