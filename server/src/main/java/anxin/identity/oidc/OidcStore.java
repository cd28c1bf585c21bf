package anxin.identity.oidc;

import anxin.identity.secret.Token;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attempts under way, so that the answer may come to any node. */
@Component
class OidcStore {

    private final JdbcClient db;

    OidcStore(JdbcClient db) {
        this.db = db;
    }

    void add(OidcProvider.Attempt attempt, String browser, Instant now, Instant until) {
        db.sql("delete from identity.oidc_attempt where expires_at < :now")
                .param("now", utc(now))
                .update();
        db.sql(
                        """
                insert into identity.oidc_attempt (state_hash, browser_hash, nonce, verifier, redirect_uri, expires_at)
                values (:state, :browser, :nonce, :verifier, :redirect, :until)
                """)
                .param("state", Token.hash(attempt.state()))
                .param("browser", Token.hash(browser))
                .param("nonce", attempt.nonce())
                .param("verifier", attempt.verifier())
                .param("redirect", attempt.redirectUri())
                .param("until", utc(until))
                .update();
    }

    /** Once, and only in the browser that began it. */
    Optional<OidcProvider.Attempt> take(String state, String browser, Instant now) {
        return db.sql(
                        """
                delete from identity.oidc_attempt a
                 where a.state_hash = :state and a.browser_hash = :browser and a.expires_at > :now
                returning a.nonce, a.verifier, a.redirect_uri
                """)
                .param("state", Token.hash(state))
                .param("browser", Token.hash(browser))
                .param("now", utc(now))
                .query(
                        (row, n) ->
                                new OidcProvider.Attempt(
                                        state,
                                        row.getString("nonce"),
                                        row.getString("verifier"),
                                        row.getString("redirect_uri")))
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
