package anxin.knowledge.gaps;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was asked. */
@Repository
class AskedStore {

    /** Of what nobody signed in for, so many in a day are enough. */
    private static final int A_DAY = 2_000;

    record Row(
            UUID id,
            Source source,
            String language,
            String text,
            @Nullable String reply,
            boolean answered,
            Instant at) {}

    enum Source {
        CONVERSATION,
        HELP_CENTRE,
        ANSWERS
    }

    /** How many were asked, and how many of them were answered. */
    record Share(int asked, int answered) {}

    private final JdbcClient db;

    AskedStore(JdbcClient db) {
        this.db = db;
    }

    void add(ShopId shop, Row row) {
        db.sql(
                        """
                insert into knowledge.asked (shop_id, id, source, language, text, reply, answered, at)
                select :shop, :id, :source, :language, :text, :reply, :answered, :at
                 where :source <> 'HELP_CENTRE'
                    or :most > (select count(*) from knowledge.asked a
                                 where a.shop_id = :shop and a.at >= :day and a.source = 'HELP_CENTRE')
                on conflict (shop_id, id) do nothing
                """)
                .param("shop", shop.value())
                .param("id", row.id())
                .param("source", row.source().name())
                .param("language", row.language())
                .param("text", row.text())
                .param("reply", row.reply())
                .param("answered", row.answered())
                .param("at", utc(row.at()))
                .param("day", utc(row.at().minus(Duration.ofDays(1))))
                .param("most", A_DAY)
                .update();
    }

    /** The newest first. */
    List<Row> since(ShopId shop, Instant from, int most) {
        return db.sql(
                        """
                select a.id, a.source, a.language, a.text, a.reply, a.answered, a.at
                  from knowledge.asked a
                 where a.shop_id = :shop and a.at >= :from
                 order by a.at desc, a.id
                 limit :most
                """)
                .param("shop", shop.value())
                .param("from", utc(from))
                .param("most", most)
                .query(Rows.of(Row.class))
                .list();
    }

    List<Row> of(ShopId shop, UUID gap, boolean answered, int most) {
        return db.sql(
                        """
                select a.id, a.source, a.language, a.text, a.reply, a.answered, a.at
                  from knowledge.asked a
                 where a.shop_id = :shop and a.gap_id = :gap and a.answered = :answered
                 order by a.at desc, a.id
                 limit :most
                """)
                .param("shop", shop.value())
                .param("gap", gap)
                .param("answered", answered)
                .param("most", most)
                .query(Rows.of(Row.class))
                .list();
    }

    Share share(ShopId shop, UUID gap, Instant from, Instant until) {
        return db.sql(
                        """
                select count(*)::int as asked, count(*) filter (where a.answered)::int as answered
                  from knowledge.asked a
                 where a.shop_id = :shop and a.gap_id = :gap and a.at >= :from and a.at < :until
                """)
                .param("shop", shop.value())
                .param("gap", gap)
                .param("from", utc(from))
                .param("until", utc(until))
                .query(Rows.of(Share.class))
                .single();
    }

    void belong(ShopId shop, Map<UUID, UUID> gaps) {
        db.sql(
                        """
                update knowledge.asked a
                   set gap_id = n.gap
                  from unnest(:ids, :gaps) as n (id, gap)
                 where a.shop_id = :shop and a.id = n.id and a.gap_id is distinct from n.gap
                """)
                .param("ids", gaps.keySet().toArray(UUID[]::new))
                .param("gaps", gaps.values().toArray(UUID[]::new))
                .param("shop", shop.value())
                .update();
    }

    int forget(Instant before, int most) {
        return db.sql(
                        """
                delete from knowledge.asked
                 where (shop_id, id) in (select a.shop_id, a.id from knowledge.asked a
                                          where a.at < :before limit :most)
                """)
                .param("before", utc(before))
                .param("most", most)
                .update();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
