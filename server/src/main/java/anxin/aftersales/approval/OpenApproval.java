package anxin.aftersales.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature that is waited for.
 *
 * @param requestedBy the actor who asked for it
 */
public record OpenApproval(
        UUID id,
        long amountMinor,
        String tierRequired,
        String requestedBy,
        Instant requestedAt,
        @Nullable String note) {}
