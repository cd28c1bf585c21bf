package anxin.commerce.sessions;

import anxin.commerce.intake.Columns;
import anxin.commerce.intake.Name;
import anxin.commerce.intake.NewerWins;
import anxin.commerce.intake.NewerWins.Column;
import anxin.commerce.intake.Say;
import anxin.commerce.intake.Source;
import anxin.commerce.intake.Write;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of live sessions. */
@Repository
public class LiveSessions {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final NewerWins<SessionWrite> sessions;

    LiveSessions(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.sessions =
                new NewerWins<>(
                        "commerce.live_session",
                        "id",
                        List.of(
                                new Column<>("title_zh", "text", w -> w.session().title().zh()),
                                new Column<>("title_en", "text", w -> w.session().title().en()),
                                new Column<>("host", "text", w -> w.session().host()),
                                new Column<>(
                                        "starts_at", "timestamptz", w -> w.session().startsAt()),
                                new Column<>("ends_at", "timestamptz", w -> w.session().endsAt()),
                                new Column<>("promise_days", "int", w -> w.session().promiseDays()),
                                new Column<>(
                                        "promises", "jsonb", w -> texts(w.session().promises())),
                                new Column<>("skus", "jsonb", w -> texts(w.session().skus()))));
    }

    /**
     * A live session.
     *
     * @param promiseDays days of return promised on air
     * @param promises what was promised on air, as it was said
     */
    public record LiveSession(
            @NotNull(message = Say.REQUIRED) String id,
            @NotNull(message = Say.REQUIRED) @Valid Name title,
            @Nullable @Size(max = 80, message = "最多 80 个字符 | must be at most 80 characters")
                    String host,
            @NotNull(message = Say.REQUIRED) Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable @PositiveOrZero(message = Say.NOT_NEGATIVE) Integer promiseDays,
            @Nullable @Size(max = 50, message = "最多 50 项 | must be at most 50")
                    List<@NotNull(message = Say.REQUIRED) String> promises,
            @Nullable @Size(max = 2000, message = "最多 2000 项 | must be at most 2000")
                    List<@NotNull(message = Say.REQUIRED) String> skus,
            @Nullable Long sourceVersion,
            @Nullable Instant sourceTime) {}

    private record SessionWrite(LiveSession session, Source source) implements Write {
        @Override
        public String key() {
            return session.id();
        }
    }

    /** Those of them that were older than what is there, by their ids. */
    public Map<String, Boolean> write(ShopId shop, Collection<LiveSession> sent) {
        var writes =
                sent.stream()
                        .map(
                                session ->
                                        new SessionWrite(
                                                session,
                                                Source.of(
                                                        session.sourceVersion(),
                                                        session.sourceTime(),
                                                        clock.instant(),
                                                        session.toString())))
                        .toList();
        var places = sessions.write(db, shop, writes, clock.instant());
        var stale = new java.util.HashMap<String, Boolean>();
        writes.forEach(
                write ->
                        stale.put(write.key(), anxin.commerce.intake.Batch.isStale(write, places)));
        return stale;
    }

    Optional<LiveSession> find(ShopId shop, String id) {
        return db.sql(
                        """
                        select s.id, s.title_zh, s.title_en, s.host, s.starts_at, s.ends_at, s.promise_days, s.promises,
                               s.skus, s.source_version, s.source_time
                          from commerce.live_session s
                         where s.shop_id = :shop and s.id = :id
                        """)
                .param("shop", shop.value())
                .param("id", id)
                .query(this::session)
                .optional();
    }

    /** Newest first. */
    Page<LiveSession> page(ShopId shop, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                """
                                select s.id, s.title_zh, s.title_en, s.host, s.starts_at, s.ends_at, s.promise_days,
                                       s.promises, s.skus, s.source_version, s.source_time
                                  from commerce.live_session s
                                 where s.shop_id = :shop
                                   and s.starts_at <= :at and (s.starts_at < :at or s.id > :id)
                                 order by s.starts_at desc, s.id
                                 limit :limit
                                """)
                        .param("shop", shop.value())
                        .param("at", Sessions.from(cursor).atOffset(ZoneOffset.UTC))
                        .param("id", cursor == null ? "" : cursor.text(1))
                        .param("limit", size + 1)
                        .query(this::session)
                        .list();
        return Page.of(rows, size, session -> Cursor.at(session.startsAt(), session.id()));
    }

    private LiveSession session(ResultSet row, int number) throws SQLException {
        return new LiveSession(
                row.getString("id"),
                new Name(row.getString("title_zh"), row.getString("title_en")),
                row.getString("host"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                Columns.instant(row, "ends_at"),
                row.getObject("promise_days", Integer.class),
                json.readValue(row.getString("promises"), TEXTS),
                json.readValue(row.getString("skus"), TEXTS),
                row.getLong("source_version"),
                Columns.instant(row, "source_time"));
    }

    private String texts(@Nullable List<String> texts) {
        return json.writeValueAsString(Objects.requireNonNullElse(texts, List.of()));
    }
}
