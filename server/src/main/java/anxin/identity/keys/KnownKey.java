package anxin.identity.keys;

import anxin.identity.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key that is good now. */
record KnownKey(
        Caller.ApiClient client, @Nullable Instant goodUntil, @Nullable Instant lastUsedAt) {}
