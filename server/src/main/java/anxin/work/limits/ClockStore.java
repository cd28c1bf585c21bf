package anxin.work.limits;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.work.WorkClock.Due;
import anxin.work.WorkClock.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the clocks. */
@Component
class ClockStore {

    /** A clock with whose it is. */
    record Kept(ShopId shop, String subject, String queue, Running clock) {}

    private record Row(
            String shopId,
            String subject,
            String queue,
            Kind kind,
            long limitMs,
            long usedMs,
            Instant beganAt,
            @Nullable Instant since,
            @Nullable Instant dueAt,
            @Nullable Instant nearAt,
            @Nullable Instant warnedAt,
            @Nullable Instant missedAt,
            @Nullable Instant doneAt) {

        Kept kept() {
            return new Kept(
                    new ShopId(shopId),
                    subject,
                    queue,
                    new Running(
                            kind,
                            Duration.ofMillis(limitMs),
                            Duration.ofMillis(usedMs),
                            beganAt,
                            since,
                            dueAt,
                            nearAt,
                            warnedAt,
                            missedAt,
                            doneAt));
        }
    }

    private record DueRow(String subject, @Nullable Instant at, boolean missed) {}

    private final JdbcClient db;

    ClockStore(JdbcClient db) {
        this.db = db;
    }

    List<Kept> of(Collection<ShopId> shops, Collection<String> subjects) {
        return db
                .sql(
                        """
                select c.shop_id, c.subject, c.queue, c.kind, c.limit_ms, c.used_ms, c.began_at, c.since, c.due_at, c.near_at,
                       c.warned_at, c.missed_at, c.done_at
                  from work.clock c
                 where c.shop_id = any(:shops) and c.subject = any(:subjects)
                 order by c.shop_id, c.subject, c.kind
                """)
                .param("shops", shops.stream().map(ShopId::value).distinct().toArray(String[]::new))
                .param("subjects", subjects.toArray(String[]::new))
                .query(Rows.of(Row.class))
                .list()
                .stream()
                .map(Row::kept)
                .toList();
    }

    /** All that an act changes; whether it was told of is for {@link #told}. */
    void write(List<Kept> clocks) {
        if (clocks.isEmpty()) {
            return;
        }
        db.sql(
                        """
                insert into work.clock as c (shop_id, subject, kind, queue, limit_ms, used_ms, began_at, since, due_at, near_at, done_at)
                select n.shop_id, n.subject, n.kind, n.queue, n.limit_ms, n.used_ms, n.began_at, n.since, n.due_at, n.near_at, n.done_at
                  from unnest(:shops, :subjects, :kinds, :queues, :limits, :used, cast(:began as timestamptz[]), cast(:since as timestamptz[]),
                              cast(:due as timestamptz[]), cast(:near as timestamptz[]), cast(:done as timestamptz[]))
                       as n (shop_id, subject, kind, queue, limit_ms, used_ms, began_at, since, due_at, near_at, done_at)
                 order by n.shop_id, n.subject, n.kind
                on conflict (shop_id, subject, kind) do update
                   set queue = excluded.queue, limit_ms = excluded.limit_ms, used_ms = excluded.used_ms, since = excluded.since,
                       due_at = excluded.due_at, near_at = excluded.near_at, done_at = excluded.done_at,
                       warned_at = case when c.began_at = excluded.began_at then c.warned_at end,
                       missed_at = case when c.began_at = excluded.began_at then c.missed_at end,
                       began_at = excluded.began_at
                """)
                .param("shops", texts(clocks, one -> one.shop().value()))
                .param("subjects", texts(clocks, Kept::subject))
                .param("kinds", texts(clocks, one -> one.clock().kind().name()))
                .param("queues", texts(clocks, Kept::queue))
                .param("limits", millis(clocks, one -> one.clock().limit()))
                .param("used", millis(clocks, one -> one.clock().used()))
                .param("began", times(clocks, one -> one.clock().beganAt()))
                .param("since", times(clocks, one -> one.clock().since()))
                .param("due", times(clocks, one -> one.clock().due()))
                .param("near", times(clocks, one -> one.clock().near()))
                .param("done", times(clocks, one -> one.clock().doneAt()))
                .update();
    }

    /** That it has warned, or was missed; false when it runs no more. */
    boolean told(Kept one) {
        var clock = one.clock();
        return db.sql(
                                """
                update work.clock c
                   set warned_at = cast(:warned as timestamptz), missed_at = cast(:missed as timestamptz)
                 where c.shop_id = :shop and c.subject = :subject and c.kind = :kind and c.since is not null and c.due_at = :due
                """)
                        .param("warned", text(clock.warnedAt()))
                        .param("missed", text(clock.missedAt()))
                        .param("shop", one.shop().value())
                        .param("subject", one.subject())
                        .param("kind", clock.kind().name())
                        .param("due", clock.due() == null ? null : at(clock.due()))
                        .update()
                == 1;
    }

    /** What is missed may not wait like all else. */
    void hurry(ShopId shop, String subject, int rank) {
        db.sql(
                        """
                update work.item i set rank = greatest(i.rank, :rank)
                 where i.shop_id = :shop and i.subject = :subject and i.agent is null
                """)
                .param("rank", rank)
                .param("shop", shop.value())
                .param("subject", subject)
                .update();
    }

    Optional<UUID> agent(ShopId shop, String subject) {
        return db.sql(
                        """
                select i.agent from work.item i
                 where i.shop_id = :shop and i.subject = :subject and i.agent is not null
                """)
                .param("shop", shop.value())
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    Map<String, Due> due(Collection<ShopId> shops, Collection<String> subjects) {
        var found = new HashMap<String, Due>();
        db.sql(
                        """
                select c.subject, min(c.due_at) as at, bool_or(c.missed_at is not null and c.done_at is null) as missed
                  from work.clock c
                 where c.shop_id = any(:shops) and c.subject = any(:subjects)
                 group by c.subject
                """)
                .param("shops", shops.stream().map(ShopId::value).distinct().toArray(String[]::new))
                .param("subjects", subjects.toArray(String[]::new))
                .query(Rows.of(DueRow.class))
                .list()
                .forEach(row -> found.put(row.subject(), new Due(row.at(), row.missed())));
        return found;
    }

    int sweep(Instant before, int most) {
        return db.sql(
                        """
                delete from work.clock
                 where ctid in (select c.ctid from work.clock c where c.done_at < :before
                                 order by c.done_at limit :most for update skip locked)
                """)
                .param("before", at(before))
                .param("most", most)
                .update();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String[] texts(
            List<Kept> of, Function<Kept, ? extends @Nullable String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }

    private static Long[] millis(List<Kept> of, Function<Kept, Duration> value) {
        return of.stream().map(one -> value.apply(one).toMillis()).toArray(Long[]::new);
    }

    private static @Nullable String[] times(
            List<Kept> of, Function<Kept, ? extends @Nullable Instant> value) {
        return texts(of, one -> text(value.apply(one)));
    }
}
