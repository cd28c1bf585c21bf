package anxin.journal.trail;

import anxin.kernel.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of facts, read backwards. It is the journal: nothing is copied, and nothing can be
 * changed there.
 */
@Component
class Trail {

    record Entry(
            long xid,
            long seq,
            @Nullable String shop,
            String type,
            String subject,
            String actor,
            @Nullable String customer,
            Instant at,
            String payload) {}

    /**
     * What is looked for; null does not matter.
     *
     * @param shops the shops the reader may see; null for all and for what belongs to none
     * @param type exact, or with {@code *} at its end all that begin so
     */
    record Question(
            @Nullable Set<ShopId> shops,
            @Nullable String shop,
            @Nullable String actor,
            @Nullable String type,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text) {}

    private final JdbcClient db;

    Trail(JdbcClient db) {
        this.db = db;
    }

    /** Newest first. A search that finds nothing for 5 s in a long history says so. */
    @Transactional(readOnly = true)
    List<Entry> page(Question question, @Nullable Long xid, @Nullable Long seq, int limit) {
        db.sql("set local statement_timeout = '5s'").update();
        var shops = shops(question);
        return db.sql(
                        """
                select f.xid, f.seq, f.shop_id, f.type, f.subject, f.actor, f.customer_id, f.at,
                       f.payload::text as payload
                  from kernel.fact f
                 where true"""
                                + one(" and f.shop_id = any(:shops)", shops)
                                + one(" and f.actor = :actor", question.actor())
                                + one(" and f.type like :type", question.type())
                                + one(" and f.subject = :subject", question.subject())
                                + one(" and f.at >= :from", question.from())
                                + one(" and f.at < :to", question.to())
                                + one(
                                        " and (f.payload::text ilike :text or f.subject ilike :text)",
                                        question.text())
                                + one(" and (f.xid, f.seq) < (:xid, :seq)", xid)
                                + " order by f.xid desc, f.seq desc limit :limit")
                .param("shops", shops)
                .param("actor", question.actor())
                .param("type", question.type() == null ? null : pattern(question.type()))
                .param("subject", question.subject())
                .param("from", utc(question.from()))
                .param("to", utc(question.to()))
                .param(
                        "text",
                        question.text() == null ? null : "%" + escaped(question.text()) + "%")
                .param("xid", xid)
                .param("seq", seq)
                .param("limit", limit)
                .query(Trail::entry)
                .list();
    }

    /** Only what is asked stands in the statement, so that the right index is found. */
    private static String one(String condition, @Nullable Object asked) {
        return asked == null ? "" : condition;
    }

    private static String @Nullable [] shops(Question question) {
        var mine = question.shops();
        var one = question.shop();
        if (one != null) {
            return new String[] {one};
        }
        return mine == null ? null : mine.stream().map(ShopId::value).toArray(String[]::new);
    }

    private static String pattern(String type) {
        return type.endsWith("*")
                ? escaped(type.substring(0, type.length() - 1)) + "%"
                : escaped(type);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("xid"),
                row.getLong("seq"),
                row.getString("shop_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("actor"),
                row.getString("customer_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("payload"));
    }
}
