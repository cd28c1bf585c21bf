package anxin.identity.keys;

import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.secret.Token;
import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.memory.ShortMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows a program by its key, and makes new keys. */
@Component
public class ApiKeys {

    public static final String START = "axk_";

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final ApiKeyStore store;
    private final Clock clock;
    private final ShortMemory<String, KnownKey> memory;

    ApiKeys(ApiKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    public Optional<Caller.ApiClient> find(String secret) {
        if (!secret.startsWith(START) || secret.length() != START.length() + 43) {
            return Optional.empty();
        }
        var hash = HexFormat.of().formatHex(Token.hash(secret));
        return memory.recall(hash, () -> read(hash))
                .filter(key -> key.goodUntil() == null || clock.instant().isBefore(key.goodUntil()))
                .map(KnownKey::client);
    }

    private Optional<KnownKey> read(String hash) {
        var now = clock.instant();
        var key = store.findGood(HexFormat.of().parseHex(hash), now);
        if (key.isPresent()) {
            var used = key.get().lastUsedAt();
            if (used == null || used.plus(USED_EVERY).isBefore(now)) {
                store.used(key.get().client().keyId(), now);
            }
        }
        return key;
    }

    /** The secret, which nobody can read again. */
    public String create(
            UUID id,
            String name,
            Set<Permission> permissions,
            @Nullable Set<ShopId> shops,
            @Nullable Instant expiresAt,
            String createdBy) {
        var secret = START + Token.random();
        store.add(
                id,
                name,
                prefix(secret),
                Token.hash(secret),
                permissions,
                shops,
                expiresAt,
                createdBy,
                clock.instant());
        return secret;
    }

    static String prefix(String secret) {
        return secret.substring(0, START.length() + 6);
    }

    /** Now, or after the commit of what changes it: before, another request would read it back. */
    void forget(UUID key) {
        AfterCommit.run(() -> memory.forget(known -> known.client().keyId().equals(key)));
    }
}
