package anxin.language.endpoint;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.kernel.upkeep.Chore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a shop's model has cost on a day. What a call may cost at most is set aside before it, so
 * that many at once, on many nodes, stay below the limit together.
 */
@Component
class Spending implements Chore {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final long MINOR = 1_000_000;

    /** Set aside for one call on one day. */
    record Reserve(ShopId shop, LocalDate day, long most) {}

    /** In millionths of a minor unit. */
    record Day(int calls, long reserved, long spent) {}

    private final JdbcClient db;
    private final Clock clock;

    Spending(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Null when it could exceed what the shop allows for the day. */
    @org.jspecify.annotations.Nullable
    Reserve reserve(Endpoint endpoint, long most) {
        var day = today();
        db.sql(
                        """
                insert into language.endpoint_day (shop_id, day, calls, reserved, spent) values (:shop, :day, 0, 0, 0)
                on conflict do nothing
                """)
                .param("shop", endpoint.shop().value())
                .param("day", day)
                .update();
        int taken =
                db.sql(
                                """
                        update language.endpoint_day d
                           set calls = d.calls + 1, reserved = d.reserved + :most
                         where d.shop_id = :shop and d.day = :day and d.calls < :calls
                           and d.spent + d.reserved + :most <= :limit
                        """)
                        .param("most", most)
                        .param("shop", endpoint.shop().value())
                        .param("day", day)
                        .param("calls", endpoint.dayCalls())
                        .param("limit", Math.multiplyExact(endpoint.dayMinor(), MINOR))
                        .update();
        return taken == 1 ? new Reserve(endpoint.shop(), day, most) : null;
    }

    void settle(Reserve reserve, long cost) {
        db.sql(
                        """
                update language.endpoint_day d
                   set reserved = d.reserved - :most, spent = d.spent + :cost
                 where d.shop_id = :shop and d.day = :day
                """)
                .param("most", reserve.most())
                .param("cost", cost)
                .param("shop", reserve.shop().value())
                .param("day", reserve.day())
                .update();
    }

    Day today(ShopId shop) {
        return db.sql(
                        """
                select d.calls, d.reserved, d.spent
                  from language.endpoint_day d
                 where d.shop_id = :shop and d.day = :day
                """)
                .param("shop", shop.value())
                .param("day", today())
                .query(Rows.of(Day.class))
                .optional()
                .orElse(new Day(0, 0, 0));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "language.endpoint-days";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from language.endpoint_day d
                 where (d.shop_id, d.day) in (select o.shop_id, o.day from language.endpoint_day o
                                               where o.day < :before limit :most)
                """)
                .param("before", LocalDate.ofInstant(now.minus(KEPT), ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
