package anxin.conversation.search;

import anxin.conversation.thread.Day;
import anxin.conversation.thread.Words;
import anxin.customer.Profile;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks into the newest day first, then into ever longer stretches before it, until a page is full:
 * a word that is said every minute is found in today's messages, a rare one costs a few looks into
 * lists that are short.
 */
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

    /** Days back; the rest is everything before. */
    private static final int[] STRETCHES = {1, 7, 30, 120, 365};

    private static final int MOST_DAYS = 2_000;

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
        var newest = Day.number(from);
        var found = new ArrayList<Row>();
        long upTo = newest;
        for (var stretch : STRETCHES) {
            var first = newest - stretch;
            found.addAll(look(wish, runs, cursor, new Days(first, upTo), limit - found.size()));
            if (found.size() >= limit) {
                return found;
            }
            upTo = first - 1;
        }
        found.addAll(look(wish, runs, cursor, new Days(0, upTo), limit - found.size()));
        return found;
    }

    /** Both included; the beginning of time is day 0. */
    private record Days(long first, long last) {

        /** Empty where it would be so many that the time alone is the better filter. */
        String[] words(Collection<ShopId> shops) {
            return first == 0 || (last - first + 1) * shops.size() > MOST_DAYS
                    ? new String[0]
                    : shops.stream()
                            .flatMap(
                                    shop ->
                                            LongStream.rangeClosed(first, last)
                                                    .mapToObj(day -> Day.of(shop, day)))
                            .toArray(String[]::new);
        }

        static OffsetDateTime start(long day) {
            return Instant.ofEpochSecond(day * Duration.ofDays(1).toSeconds())
                    .atOffset(ZoneOffset.UTC);
        }
    }

    private List<Row> look(
            Wish wish, List<String> runs, @Nullable Cursor cursor, Days days, int limit) {
        var words = Words.of(wish.text());
        var dayWords = days.words(wish.shops());
        var sql =
                new StringBuilder(
                        """
                select m.conversation_id, m.seq, m.id, m.shop_id, m.kind, c.customer_name, c.state, m.text, m.at
                  from conversation.message m
                  join conversation.conversation c on c.shop_id = m.shop_id and c.id = m.conversation_id
                 where m.words @> cast(:words as text[]) and m.shop_id = any(:shops) and m.at >= :start and m.at < :end
                """);
        if (dayWords.length > 0) {
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
                        .param("words", words.toArray(String[]::new))
                        .param(
                                "shops",
                                wish.shops().stream().map(ShopId::value).toArray(String[]::new))
                        .param("start", Days.start(days.first()))
                        .param("end", Days.start(days.last() + 1))
                        .param("days", dayWords)
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
