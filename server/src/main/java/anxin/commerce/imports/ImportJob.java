package anxin.commerce.imports;

import anxin.commerce.intake.Kind;
import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file being taken, and how far it has got. */
record ImportJob(
        ShopId shop,
        UUID id,
        Kind kind,
        Format format,
        State state,
        long bytes,
        long offset,
        long line,
        long processed,
        long stale,
        long failed,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    enum State {
        RUNNING,
        DONE
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }
}
