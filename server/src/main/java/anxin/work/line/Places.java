package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.rows.Rows;
import anxin.kernel.upkeep.Chore;
import anxin.work.WaitingPlace;
import anxin.work.routing.Plans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where something stands in its line, what is promised there, and what was kept of it. */
@Component
class Places implements Chore {

    private record Row(String queue, String line, int rank, Instant enteredAt) {}

    /**
     * @param told null while too little was served to say
     */
    record Found(WaitingPlace place, Estimate.@Nullable Told told) {}

    private record Served(Instant at, @Nullable Double ratio) {}

    private static final Duration KEPT = Duration.ofDays(90);

    private final Plans plans;
    private final JdbcClient db;
    private final Clock clock;

    Places(Plans plans, JdbcClient db, Clock clock) {
        this.plans = plans;
        this.db = db;
        this.clock = clock;
    }

    Optional<Found> find(ShopId shop, String subject) {
        return db.sql(
                        """
                select i.queue, i.line, i.rank, i.entered_at
                  from work.item i
                 where i.shop_id = :shop and i.subject = :subject and i.agent is null
                """)
                .param("shop", shop.value())
                .param("subject", subject)
                .query(Rows.of(Row.class))
                .optional()
                .map(row -> place(shop, subject, row));
    }

    private Found place(ShopId shop, String subject, Row row) {
        var before =
                db.sql(
                                """
                select count(*)
                  from (select 1 from work.item i
                         where i.shop_id = :shop and i.agent is null and i.line = :line
                           and (i.rank > :rank or i.rank = :rank and (i.entered_at, i.subject) < (:entered, :subject))
                         limit :most) b
                """)
                        .param("shop", shop.value())
                        .param("line", row.line())
                        .param("rank", row.rank())
                        .param("entered", Items.at(row.enteredAt()))
                        .param("subject", subject)
                        .param("most", WaitingPlace.MOST - 1)
                        .query(Integer.class)
                        .single();
        var queue = plans.of(shop).queue(row.queue());
        var place = before + 1;
        var told =
                place == WaitingPlace.MOST
                        ? null
                        : Estimate.within(place, served(shop, row.line()), clock.instant());
        return new Found(
                new WaitingPlace(
                        queue.id(),
                        Text.of(queue.nameZh(), queue.nameEn()),
                        row.enteredAt(),
                        place,
                        told == null ? null : told.within()),
                told);
    }

    private List<Estimate.Served> served(ShopId shop, String line) {
        return db
                .sql(
                        """
                select s.served_at as at, s.told_ms / 1000.0 / s.reckoned_seconds as ratio
                  from work.served s
                 where s.shop_id = :shop and s.line = :line
                 order by s.served_at desc
                 limit :most
                """)
                .param("shop", shop.value())
                .param("line", line)
                .param("most", Estimate.LOOKED_AT)
                .query(Rows.of(Served.class))
                .list()
                .stream()
                .map(one -> new Estimate.Served(one.at(), one.ratio()))
                .toList();
    }

    /** The first that is told is what was promised. */
    void keep(ShopId shop, String subject, Found found) {
        var told = found.told();
        if (told == null) {
            return;
        }
        db.sql(
                        """
                update work.item i
                   set promised_at = :now, promised_seconds = :seconds, promised_place = :place, reckoned_seconds = :reckoned
                 where i.shop_id = :shop and i.subject = :subject and i.agent is null and i.promised_at is null
                """)
                .param("now", Items.at(clock.instant()))
                .param("seconds", told.within())
                .param("place", found.place().place())
                .param("reckoned", told.reckoned())
                .param("shop", shop.value())
                .param("subject", subject)
                .update();
    }

    @Override
    public String name() {
        return "work.old-served";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from work.served
                 where ctid in (select s.ctid from work.served s where s.served_at < :before
                                 order by s.served_at limit :most for update skip locked)
                """)
                .param("before", Items.at(now.minus(KEPT)))
                .param("most", most)
                .update();
    }
}
