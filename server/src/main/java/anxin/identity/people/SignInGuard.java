package anxin.identity.people;

import anxin.identity.secret.Token;
import anxin.kernel.problem.Problem;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, by name and by address, with a delay that doubles. An attempt is counted
 * before the password is looked at, so a thousand guesses at once are a thousand and not one; a
 * name that is not there is counted like one that is.
 */
@Component
class SignInGuard {

    private static final int FREE_BY_NAME = 5;
    private static final int FREE_BY_ADDRESS = 50;
    private static final int FIRST_DELAY_SECONDS = 30;
    private static final int LONGEST_DELAY_SECONDS = 900;
    static final Duration FORGOTTEN = Duration.ofHours(24);

    private final JdbcClient db;
    private final Clock clock;

    SignInGuard(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void countAttempt(String login, String address) {
        count(byAddress(address), FREE_BY_ADDRESS);
        count(byName(login), FREE_BY_NAME);
    }

    private void count(String id, int free) {
        var now = clock.instant();
        var counted =
                db.sql(
                                """
                insert into identity.sign_in_guard as g (id, failures, changed_at) values (:id, 1, :now)
                on conflict (id) do update
                   set failures = case when g.changed_at < :forgotten then 1 else g.failures + 1 end,
                       locked_until = case when g.changed_at >= :forgotten and g.failures + 1 >= :free
                                           then :now + least(:first * power(2, least(g.failures + 1 - :free, 20)), :longest)
                                                       * interval '1 second' end,
                       changed_at = :now
                 where g.locked_until is null or g.locked_until <= :now
                """)
                        .param("id", id)
                        .param("now", utc(now))
                        .param("forgotten", utc(now.minus(FORGOTTEN)))
                        .param("free", free)
                        .param("first", FIRST_DELAY_SECONDS)
                        .param("longest", LONGEST_DELAY_SECONDS)
                        .update();
        if (counted == 0) {
            throw Problem.tooMany(untilUnlocked(id, now));
        }
    }

    private Duration untilUnlocked(String id, Instant now) {
        return db.sql("select g.locked_until from identity.sign_in_guard g where g.id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()).plusSeconds(1))
                .orElse(Duration.ofSeconds(1));
    }

    /** It was the right person: the name starts anew, the address gets this one attempt back. */
    void forgive(String login, String address) {
        db.sql("delete from identity.sign_in_guard where id = :name")
                .param("name", byName(login))
                .update();
        db.sql(
                        """
                update identity.sign_in_guard
                   set failures = greatest(failures - 1, 0), locked_until = null
                 where id = :address
                """)
                .param("address", byAddress(address))
                .update();
    }

    /** As a hash: people type passwords into the field of the name. */
    private static String byName(String login) {
        return "name:"
                + HexFormat.of().formatHex(Token.hash(login.strip().toLowerCase(Locale.ROOT)));
    }

    /** One customer of an IPv6 provider owns a whole /64. */
    private static String byAddress(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? "address:" + HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : "address:" + parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return "address:unknown";
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
