package anxin.identity.keys;

import anxin.identity.Permission;
import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key as an administrator sees it: everything but the secret. */
record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<Permission> scopes,
        @Nullable Set<ShopId> shops,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant oldUntil,
        String createdBy,
        Instant createdAt,
        long version) {}
