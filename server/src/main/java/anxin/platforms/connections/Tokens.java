package anxin.platforms.connections;

import anxin.identity.Safe;
import anxin.platforms.PlatformTrouble;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens of connections, sealed. One node at a time renews one, and in time: the old one still
 * holds while the new one is asked for.
 */
@Component
public class Tokens {

    private static final Duration EARLY = Duration.ofMinutes(30);

    /**
     * @param refresh null when a new one is asked for with the app's own keys
     */
    public record Token(String access, @Nullable String refresh, @Nullable Instant until) {

        boolean holds(Instant at) {
            return until == null || at.isBefore(until);
        }
    }

    private final JdbcClient db;
    private final Safe safe;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Tokens(
            JdbcClient db,
            Safe safe,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.safe = safe;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
    }

    /**
     * A token that holds. {@code renew} gets the one of before, if any, and asks the platform for a
     * new one; it is called by one node at a time.
     */
    public String access(Connection of, Function<Optional<Token>, Token> renew) {
        var known = find(of);
        if (known.isPresent() && known.get().holds(clock.instant().plus(EARLY))) {
            return known.get().access();
        }
        return renewed(of, renew, null);
    }

    /** After the platform would not take {@code spent}: another one, by us or by another node. */
    public String instead(Connection of, String spent, Function<Optional<Token>, Token> renew) {
        return renewed(of, renew, spent);
    }

    private String renewed(
            Connection of, Function<Optional<Token>, Token> renew, @Nullable String spent) {
        return transaction.execute(
                status -> {
                    db.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                            .param("name", "platforms.token " + of)
                            .query((row, n) -> 0)
                            .single();
                    var now = clock.instant();
                    var known = find(of);
                    if (known.isPresent()
                            && !known.get().access().equals(spent)
                            && known.get().holds(now.plus(EARLY))) {
                        return known.get().access();
                    }
                    try {
                        var fresh = renew.apply(known);
                        put(of, fresh, now);
                        return fresh.access();
                    } catch (PlatformTrouble trouble) {
                        // Renewed early, the old one serves while the platform cannot answer.
                        if (known.isPresent()
                                && !known.get().access().equals(spent)
                                && known.get().holds(now)) {
                            return known.get().access();
                        }
                        throw trouble;
                    }
                });
    }

    private Optional<Token> find(Connection of) {
        return db.sql(
                        """
                select t.sealed from platforms.token t
                 where t.shop_id = :shop and t.platform = :platform and t.connection_version = :version
                """)
                .param("shop", of.shop().value())
                .param("platform", of.platform().name())
                .param("version", of.version())
                .query(byte[].class)
                .optional()
                .map(
                        bytes ->
                                json.readValue(
                                        new String(safe.open(bytes), StandardCharsets.UTF_8),
                                        Token.class));
    }

    private void put(Connection of, Token token, Instant now) {
        db.sql(
                        """
                insert into platforms.token (shop_id, platform, connection_version, sealed, changed_at)
                values (:shop, :platform, :version, :sealed, :now)
                on conflict (shop_id, platform) do update
                   set connection_version = excluded.connection_version, sealed = excluded.sealed,
                       changed_at = excluded.changed_at
                """)
                .param("shop", of.shop().value())
                .param("platform", of.platform().name())
                .param("version", of.version())
                .param(
                        "sealed",
                        safe.seal(json.writeValueAsString(token).getBytes(StandardCharsets.UTF_8)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
