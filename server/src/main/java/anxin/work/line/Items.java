package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.work.WorkOwner.Given;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what waits, and of who has what. */
@Component
class Items {

    /** One that waits, in front of its line. */
    record Head(
            String subject,
            String queue,
            @Nullable String language,
            String line,
            int rank,
            int weight,
            Instant enteredAt,
            @Nullable UUID preferred,
            @Nullable Instant preferredUntil) {}

    /** In which queue something is, and with what rank. */
    record Standing(String subject, String queue, int rank) {}

    /** What somebody has who is gone, and for which somebody else waits. */
    record Left(String shopId, String subject, UUID agent) {}

    private record Worker(String shopId, UUID staffId) {}

    /** What is no work any more; whose it was, if it was anybody's. */
    record Gone(@Nullable UUID agent) {}

    private static final String SERVED =
            """
            insert into work.served (shop_id, queue, line, subject, served_at, waited_ms, promised_seconds, promised_place,
                   reckoned_seconds, told_ms)
            select i.shop_id, i.queue, i.line, i.subject, :now, extract(epoch from :now - i.entered_at) * 1000,
                   i.promised_seconds, i.promised_place, i.reckoned_seconds, extract(epoch from :now - i.promised_at) * 1000
            """;

    private static final int MOST_KEPT = 64;

    /** The shops in which something waits, without a look at how much. */
    private static final String WAITING =
            """
            with recursive s as (
                (select i.shop_id from work.item i where i.agent is null order by i.shop_id limit 1)
                union all
                select (select i.shop_id from work.item i
                         where i.agent is null and i.shop_id > s.shop_id
                         order by i.shop_id limit 1)
                  from s
                 where s.shop_id is not null)
            """;

    private final JdbcClient db;

    Items(JdbcClient db) {
        this.db = db;
    }

    /** One assignment at a time in a shop, to the end of the transaction. */
    void lock(ShopId shop) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "work.line:" + shop)
                .query((row, n) -> true)
                .single();
    }

    /** The first {@code most} of each line, and those that are kept for somebody. */
    List<Head> heads(ShopId shop, Instant now, int most) {
        return db.sql(
                        """
                with recursive l as (
                    (select i.line from work.item i where i.shop_id = :shop and i.agent is null order by i.line limit 1)
                    union all
                    select (select i.line from work.item i
                             where i.shop_id = :shop and i.agent is null and i.line > l.line
                             order by i.line limit 1)
                      from l
                     where l.line is not null)
                select h.subject, h.queue, h.language, h.line, h.rank, h.weight, h.entered_at, h.preferred, h.preferred_until
                  from l
                 cross join lateral (
                       (select i.* from work.item i
                         where i.shop_id = :shop and i.agent is null and i.line = l.line
                           and (i.preferred_until is null or i.preferred_until <= :now)
                         order by i.rank desc, i.entered_at, i.subject
                         limit :most)
                       union all
                       (select i.* from work.item i
                         where i.shop_id = :shop and i.agent is null and i.line = l.line
                           and i.preferred is not null and i.preferred_until > :now
                         order by i.preferred_until
                         limit :kept)) h
                 where l.line is not null
                """)
                .param("shop", shop.value())
                .param("now", at(now))
                .param("most", most)
                .param("kept", MOST_KEPT)
                .query(Rows.of(Head.class))
                .list();
    }

    /** Those that wait and are given now; what somebody has meanwhile is left out. */
    List<String> give(ShopId shop, List<Given> work, Instant now) {
        return db.sql(
                        """
                with given as (
                    update work.item i
                       set agent = g.agent, given_at = :now, preferred = null, preferred_until = null
                      from unnest(:subjects, :agents) as g (subject, agent)
                     where i.shop_id = :shop and i.subject = g.subject and i.agent is null
                    returning i.*),
                kept as (
                """
                                + SERVED
                                + """
                      from given i
                    on conflict do nothing),
                told as (
                    update work.presence p
                       set given_at = :now
                      from (select distinct i.agent from given i) g
                     where p.staff_id = g.agent)
                select i.subject from given i
                """)
                .param("shop", shop.value())
                .param("subjects", subjects(work))
                .param("agents", agents(work))
                .param("now", at(now))
                .query((row, n) -> row.getString("subject"))
                .list();
    }

    /** To the front of their lines; what somebody else has meanwhile is left out. */
    List<String> giveBack(ShopId shop, List<Given> work, int rank) {
        return db.sql(
                        """
                update work.item i
                   set agent = null, given_at = null, rank = :rank, preferred = null, preferred_until = null
                  from unnest(:subjects, :agents) as g (subject, agent)
                 where i.shop_id = :shop and i.subject = g.subject and i.agent = g.agent
                returning i.subject
                """)
                .param("shop", shop.value())
                .param("subjects", subjects(work))
                .param("agents", agents(work))
                .param("rank", rank)
                .query((row, n) -> row.getString("subject"))
                .list();
    }

    private static String[] subjects(List<Given> work) {
        return work.stream().map(Given::subject).toArray(String[]::new);
    }

    private static UUID[] agents(List<Given> work) {
        return work.stream().map(Given::agent).toArray(UUID[]::new);
    }

    /** Those of these that wait are taken by hand now. */
    void serve(List<ShopId> shops, List<String> subjects, Instant now) {
        db.sql(
                        SERVED
                                + """
                  from unnest(:shops, :subjects) as n (shop_id, subject)
                  join work.item i on i.shop_id = n.shop_id and i.subject = n.subject and i.agent is null
                on conflict do nothing
                """)
                .param("now", at(now))
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("subjects", subjects.toArray(String[]::new))
                .update();
    }

    List<Gone> remove(ShopId shop, Collection<String> subjects) {
        return db.sql(
                        """
                with gone as (delete from work.item i
                               where i.shop_id = :shop and i.subject = any(:subjects)
                              returning i.agent)
                select distinct g.agent from gone g
                """)
                .param("shop", shop.value())
                .param("subjects", subjects.toArray(String[]::new))
                .query(Rows.of(Gone.class))
                .list();
    }

    Map<String, Standing> standing(List<ShopId> shops, List<String> subjects) {
        return db
                .sql(
                        """
                select i.subject, i.queue, i.rank
                  from unnest(:shops, :subjects) as n (shop_id, subject)
                  join work.item i on i.shop_id = n.shop_id and i.subject = n.subject
                """)
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("subjects", subjects.toArray(String[]::new))
                .query(Rows.of(Standing.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::subject, Function.identity()));
    }

    List<ShopId> shopsWaiting() {
        return db.sql(WAITING + "select s.shop_id from s where s.shop_id is not null")
                .query((row, n) -> new ShopId(row.getString("shop_id")))
                .list();
    }

    /** Of these shops those for which one of these agents works, with who of them does. */
    Map<ShopId, Set<UUID>> shopsWaitingFor(Collection<UUID> agents) {
        return db
                .sql(
                        WAITING
                                + """
                select s.shop_id, p.staff_id
                  from s
                  join work.presence p on p.staff_id = any(:agents) and (p.shops is null or s.shop_id = any(p.shops))
                """)
                .param("agents", agents.toArray(UUID[]::new))
                .query(Rows.of(Worker.class))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                one -> new ShopId(one.shopId()),
                                Collectors.mapping(Worker::staffId, Collectors.toSet())));
    }

    List<Left> left(Instant now, Instant alive, int most) {
        return db.sql(
                        """
                select i.shop_id, i.subject, i.agent
                  from work.presence p
                  join work.item i on i.agent = p.staff_id
                 where (p.state = 'OFFLINE' or p.seen_at < :alive)
                   and i.asks_since is not null
                   and case when p.state = 'OFFLINE' then p.since else p.seen_at end + i.return_seconds * interval '1 second' <= :now
                 order by i.shop_id, i.entered_at
                 limit :most
                """)
                .param("now", at(now))
                .param("alive", at(alive))
                .param("most", most)
                .query(Rows.of(Left.class))
                .list();
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
