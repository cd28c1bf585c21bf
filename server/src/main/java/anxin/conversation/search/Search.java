package anxin.conversation.search;

import anxin.customer.Profile;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import anxin.kernel.words.Stretches;
import anxin.kernel.words.Stretches.Stretch;
import anxin.kernel.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds messages by their words, the newest first. */
@Component
public class Search {

    /** Whose words. */
    public enum From {
        CUSTOMER,
        STAFF,
        NOTE
    }

    /** What somebody looks for. */
    public record Wish(
            Collection<ShopId> shops, String text, @Nullable String channel, @Nullable From from) {}

    /** {@code [from, to)} in the text. */
    public record Mark(int from, int to) {}

    /** A message that has the words; {@code text} is the piece around the first of them. */
    public record Hit(
            UUID conversation,
            int seq,
            String shop,
            String kind,
            @Nullable String customerName,
            String state,
            String text,
            List<Mark> marks,
            Instant at) {

        public Hit seenBy(Caller.Permitted reader) {
            return reader.may(Permission.PERSONAL_READ)
                    ? this
                    : new Hit(
                            conversation,
                            seq,
                            shop,
                            kind,
                            Profile.maskedName(customerName),
                            state,
                            text,
                            marks,
                            at);
        }
    }

    private record Row(
            UUID conversationId,
            int seq,
            UUID id,
            String shopId,
            String kind,
            @Nullable String customerName,
            String state,
            String text,
            Instant at) {}

    /** What is written now may carry the day that has just begun elsewhere. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    Search(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Page<Hit> messages(Wish wish, @Nullable String after, int size) {
        var runs = runs(wish.text());
        var rows = find(wish, runs, Cursor.decode(after, 2), size + 1);
        return Page.of(rows, size, row -> Cursor.at(row.at(), row.id())).map(row -> hit(row, runs));
    }

    /** Those in which it was said, the newest first. */
    public List<UUID> conversations(Collection<ShopId> shops, String text, int most) {
        var found = new LinkedHashSet<UUID>();
        var wish = new Wish(shops, text, null, null);
        find(wish, runs(text), null, most * 3).forEach(row -> found.add(row.conversationId()));
        return found.stream().limit(most).toList();
    }

    private static List<String> runs(String text) {
        var runs = Words.runs(text);
        if (runs.isEmpty() || text.length() > 100) {
            throw Problem.invalid(
                    "/q", "请输入1到100个字的关键词", "must be 1 to 100 characters with a word");
        }
        return runs;
    }

    private List<Row> find(Wish wish, List<String> runs, @Nullable Cursor cursor, int limit) {
        var from = cursor == null ? clock.instant().plus(AHEAD) : cursor.instant(0);
        return Stretches.walk(
                wish.shops(),
                from,
                limit,
                (stretch, most) -> look(wish, runs, cursor, stretch, most));
    }

    private List<Row> look(
            Wish wish, List<String> runs, @Nullable Cursor cursor, Stretch in, int limit) {
        var sql =
                new StringBuilder(
                        """
                select m.conversation_id, m.seq, m.id, m.shop_id, m.kind, c.customer_name, c.state, m.text, m.at
                  from conversation.message m
                  join conversation.conversation c on c.shop_id = m.shop_id and c.id = m.conversation_id
                 where m.words @> cast(:words as text[]) and m.shop_id = any(:shops) and m.at >= :start and m.at < :end
                """);
        if (!in.days().isEmpty()) {
            sql.append(" and m.words && cast(:days as text[])");
        }
        if (cursor != null) {
            sql.append(" and (m.at, m.id) < (:at, :id)");
        }
        if (wish.channel() != null) {
            sql.append(" and m.channel = :channel");
        }
        if (wish.from() != null) {
            sql.append(" and m.kind = :from");
        }
        if (runs.stream().anyMatch(run -> run.codePointCount(0, run.length()) > 2)) {
            sql.append(
                    " and not exists (select 1 from unnest(cast(:runs as text[])) as r (run)"
                            + " where strpos(lower(normalize(m.text, nfkc)), r.run) = 0)");
        }
        sql.append(" order by m.at desc, m.id desc limit :limit");
        var statement =
                db.sql(sql.toString())
                        .param("words", Words.of(wish.text()).toArray(String[]::new))
                        .param(
                                "shops",
                                wish.shops().stream().map(ShopId::value).toArray(String[]::new))
                        .param("start", in.start())
                        .param("end", in.end())
                        .param("days", in.days().toArray(String[]::new))
                        .param("runs", runs.toArray(String[]::new))
                        .param("limit", limit);
        if (cursor != null) {
            statement =
                    statement
                            .param("at", cursor.instant(0).atOffset(ZoneOffset.UTC))
                            .param("id", cursor.uuid(1));
        }
        if (wish.channel() != null) {
            statement = statement.param("channel", wish.channel());
        }
        if (wish.from() != null) {
            statement = statement.param("from", wish.from().name());
        }
        return statement.query(Rows.of(Row.class)).list();
    }

    private static Hit hit(Row row, List<String> runs) {
        var snippet = Snippet.of(row.text(), runs);
        return new Hit(
                row.conversationId(),
                row.seq(),
                row.shopId(),
                row.kind(),
                row.customerName(),
                row.state(),
                snippet.text(),
                snippet.marks(),
                row.at());
    }
}
