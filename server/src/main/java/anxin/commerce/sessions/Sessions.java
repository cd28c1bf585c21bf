package anxin.commerce.sessions;

import anxin.kernel.page.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a list of what begins at a time goes on; the first page begins after everything. */
final class Sessions {

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private Sessions() {}

    static Instant from(@Nullable Cursor cursor) {
        return cursor == null ? FAR : cursor.instant(0);
    }
}
