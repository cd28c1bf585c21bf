package anxin.identity.keys;

import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.people.Version;
import anxin.identity.secret.Token;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.page.Cursor;
import anxin.kernel.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives keys out and takes them back, within what the giver has. */
@Component
class KeyDesk {

    private final ApiKeys keys;
    private final ApiKeyStore store;
    private final FactLog facts;
    private final Clock clock;

    KeyDesk(ApiKeys keys, ApiKeyStore store, FactLog facts, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    List<ApiKey> list(Caller.Permitted caller, @Nullable Cursor after, int limit) {
        return store.page(caller.shops(), after, limit);
    }

    /** A key that reaches further than its asker is none of theirs. */
    Optional<ApiKey> find(Caller.Permitted caller, UUID id) {
        return store.find(id).filter(key -> reaches(caller, key.shops()));
    }

    /** Null when this id has made a key before. */
    @Transactional
    @Nullable String create(
            Caller.Permitted caller,
            UUID id,
            String name,
            Set<Permission> scopes,
            @Nullable Set<ShopId> shops,
            @Nullable Instant expiresAt) {
        if (store.find(id).isPresent()) {
            return null;
        }
        requireReach(caller, shops);
        for (var scope : scopes) {
            if (!caller.may(scope)) {
                throw Problem.forbidden(scope.name());
            }
        }
        if (expiresAt != null && !clock.instant().isBefore(expiresAt)) {
            throw Problem.invalid("/expiresAt", "必须是将来的时间", "must be in the future");
        }
        var secret = keys.create(id, name, scopes, shops, expiresAt, caller.actor());
        tell(
                "identity.key-created",
                caller,
                id,
                shops,
                Map.of(
                        "name",
                        name,
                        "scopes",
                        scopes.stream().map(Permission::name).sorted().toList()));
        return secret;
    }

    /**
     * The new secret. Two who rotate at once would leave the first with a secret that the second
     * has pushed out, so the second is told to look again.
     *
     * @param version the one the caller has seen
     */
    @Transactional
    String rotate(Caller.Permitted caller, ApiKey key, long version, int graceMinutes) {
        Version.requireCurrent(version, key.version());
        if (key.revokedAt() != null) {
            throw Problem.refused(
                    "key-revoked", "此密钥已撤销，请新建一个", "This key was revoked; make a new one");
        }
        requireScopes(caller, key);
        var secret = ApiKeys.START + Token.random();
        if (!store.rotate(
                key,
                ApiKeys.prefix(secret),
                Token.hash(secret),
                clock.instant().plus(Duration.ofMinutes(graceMinutes)))) {
            Version.requireCurrent(version, find(caller, key.id()).orElseThrow().version());
        }
        keys.forget(key.id());
        tell(
                "identity.key-rotated",
                caller,
                key.id(),
                key.shops(),
                Map.of("name", key.name(), "graceMinutes", graceMinutes));
        return secret;
    }

    @Transactional
    void revoke(Caller.Permitted caller, ApiKey key) {
        if (key.revokedAt() == null) {
            store.revoke(key.id(), clock.instant());
            keys.forget(key.id());
            tell("identity.key-revoked", caller, key.id(), key.shops(), Map.of("name", key.name()));
        }
    }

    /** Whoever holds the new secret has its rights, so one needs them oneself. */
    private static void requireScopes(Caller.Permitted caller, ApiKey key) {
        for (var scope : key.scopes()) {
            if (!caller.may(scope)) {
                throw Problem.forbidden(scope.name());
            }
        }
    }

    private static void requireReach(Caller.Permitted caller, @Nullable Set<ShopId> shops) {
        if (!reaches(caller, shops)) {
            throw Problem.missing("shop");
        }
    }

    private static boolean reaches(Caller.Permitted caller, @Nullable Set<ShopId> shops) {
        return shops == null
                ? caller.shops() == null
                : !shops.isEmpty() && shops.stream().allMatch(caller::mayIn);
    }

    private void tell(
            String type,
            Caller.Permitted caller,
            UUID key,
            @Nullable Set<ShopId> shops,
            Map<String, Object> what) {
        List<@Nullable ShopId> heard = new ArrayList<>();
        if (shops == null) {
            heard.add(null);
        } else {
            heard.addAll(shops);
        }
        facts.append(
                heard.stream()
                        .map(
                                shop ->
                                        new NewFact(
                                                shop,
                                                type,
                                                "key:" + key,
                                                caller.actor(),
                                                null,
                                                Audience.NONE,
                                                what))
                        .toList());
    }
}
