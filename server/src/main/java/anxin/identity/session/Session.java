package anxin.identity.session;

import anxin.identity.Caller;
import anxin.identity.people.StaffOnDuty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is signed in.
 *
 * @param staff null when it is a customer's
 * @param displayName what a customer was called at entry
 */
public record Session(
        String tokenHash,
        Caller caller,
        @Nullable StaffOnDuty staff,
        @Nullable String displayName,
        String csrf,
        Instant seenAt,
        Instant expiresAt) {}
