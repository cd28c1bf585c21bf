package anxin.aftersales.cases;

import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a step led; the page asks for the whole case again. */
public record StepView(UUID id, String state, int version, @Nullable Instant deadlineAt) {

    public static StepView of(CaseRow row, HttpServletResponse response) {
        response.setHeader("ETag", IfMatch.etag(row.version()));
        return new StepView(row.id(), row.state().name(), row.version(), row.deadlineAt());
    }
}
