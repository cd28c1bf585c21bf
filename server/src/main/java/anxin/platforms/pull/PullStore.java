package anxin.platforms.pull;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.platforms.Platform;
import anxin.platforms.PlatformTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each connection has been read, and who reads it now. */
@Component
class PullStore {

    /** A turn at one connection, for as long as the lease holds. */
    record Turn(
            String shopId,
            Platform platform,
            UUID lease,
            Instant mark,
            @Nullable Instant windowFrom,
            @Nullable Instant windowTo,
            @Nullable String cursor,
            int failures) {

        ShopId shop() {
            return new ShopId(shopId);
        }
    }

    private final JdbcClient db;

    PullStore(JdbcClient db) {
        this.db = db;
    }

    /** A new connection is read from {@code since} on. */
    void enter(Instant since, Instant now) {
        db.sql(
                        """
                insert into platforms.pull (shop_id, platform, mark, next_at)
                select c.shop_id, c.platform, :since, :now from platforms.connection c where not c.paused
                on conflict do nothing
                """)
                .param("since", utc(since))
                .param("now", utc(now))
                .update();
    }

    /** One that is due and that nobody reads; whoever died reading it lost it with the lease. */
    Optional<Turn> take(Instant now, Duration lease) {
        return db.sql(
                        """
                update platforms.pull p
                   set lease = :lease, lease_until = :until
                 where (p.shop_id, p.platform) in (
                       select d.shop_id, d.platform
                         from platforms.pull d
                         join platforms.connection c on c.shop_id = d.shop_id and c.platform = d.platform
                        where d.next_at <= :now and (d.lease_until is null or d.lease_until <= :now) and not c.paused
                        order by d.next_at
                        limit 1
                          for update of d skip locked)
                returning p.shop_id, p.platform, p.lease, p.mark, p.window_from, p.window_to, p.cursor, p.failures
                """)
                .param("lease", UUID.randomUUID())
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .query(Rows.of(Turn.class))
                .optional();
    }

    /** After a page; false when the lease has gone to another node meanwhile. */
    boolean keep(
            Turn turn, Instant from, Instant to, @Nullable String cursor, int seen, Instant until) {
        return db.sql(
                                """
                update platforms.pull p
                   set window_from = :from, window_to = :to, cursor = :cursor, seen = p.seen + :seen, lease_until = :until
                 where p.shop_id = :shop and p.platform = :platform and p.lease = :lease
                """)
                        .param("from", utc(from))
                        .param("to", utc(to))
                        .param("cursor", cursor)
                        .param("seen", seen)
                        .param("until", utc(until))
                        .param("shop", turn.shopId())
                        .param("platform", turn.platform().name())
                        .param("lease", turn.lease())
                        .update()
                == 1;
    }

    /** The window was read to its end. */
    void finish(Turn turn, Instant to, int seen, Instant now, Instant next) {
        db.sql(
                        """
                update platforms.pull p
                   set mark = :to, window_from = null, window_to = null, cursor = null, seen = p.seen + :seen,
                       next_at = :next, lease = null, lease_until = null, failures = 0, trouble = null,
                       trouble_kind = null, succeeded_at = :now
                 where p.shop_id = :shop and p.platform = :platform and p.lease = :lease
                """)
                .param("to", utc(to))
                .param("seen", seen)
                .param("next", utc(next))
                .param("now", utc(now))
                .param("shop", turn.shopId())
                .param("platform", turn.platform().name())
                .param("lease", turn.lease())
                .update();
    }

    /** Enough for one turn; the next one goes on at the same place. */
    void pause(Turn turn, Instant next) {
        db.sql(
                        """
                update platforms.pull p
                   set next_at = :next, lease = null, lease_until = null
                 where p.shop_id = :shop and p.platform = :platform and p.lease = :lease
                """)
                .param("next", utc(next))
                .param("shop", turn.shopId())
                .param("platform", turn.platform().name())
                .param("lease", turn.lease())
                .update();
    }

    /** {@code again} begins the window anew: the platform no longer knows the place. */
    void fail(Turn turn, PlatformTrouble.Kind kind, String trouble, boolean again, Instant next) {
        db.sql(
                        """
                update platforms.pull p
                   set next_at = :next, lease = null, lease_until = null, failures = p.failures + 1,
                       trouble = :trouble, trouble_kind = :kind, cursor = case when :again then null else p.cursor end
                 where p.shop_id = :shop and p.platform = :platform and p.lease = :lease
                """)
                .param("next", utc(next))
                .param("trouble", trouble)
                .param("kind", kind.name())
                .param("again", again)
                .param("shop", turn.shopId())
                .param("platform", turn.platform().name())
                .param("lease", turn.lease())
                .update();
    }

    /** The platform wants quiet: nobody of us calls it before {@code until}. */
    void quiet(ShopId shop, Platform platform, Instant until) {
        db.sql(
                        """
                update platforms.pull p set next_at = greatest(p.next_at, :until)
                 where p.shop_id = :shop and p.platform = :platform
                """)
                .param("until", utc(until))
                .param("shop", shop.value())
                .param("platform", platform.name())
                .update();
        db.sql(
                        """
                update platforms.to_read r set next_at = greatest(r.next_at, :until)
                 where r.shop_id = :shop and r.platform = :platform
                """)
                .param("until", utc(until))
                .param("shop", shop.value())
                .param("platform", platform.name())
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
