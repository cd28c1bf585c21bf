package anxin.commerce.sessions;

import anxin.commerce.intake.Batch;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of promotions. */
@Repository
public class Promotions {

    private static final NewerWins<PromotionWrite> PROMOTIONS =
            new NewerWins<>(
                    "commerce.promotion",
                    "id",
                    List.of(
                            new Column<>("name_zh", "text", w -> w.promotion().name().zh()),
                            new Column<>("name_en", "text", w -> w.promotion().name().en()),
                            new Column<>("type", "text", w -> w.promotion().type()),
                            new Column<>(
                                    "threshold_minor",
                                    "bigint",
                                    w -> w.promotion().thresholdMinor()),
                            new Column<>(
                                    "discount_minor", "bigint", w -> w.promotion().discountMinor()),
                            new Column<>("currency", "text", w -> w.promotion().currency()),
                            new Column<>("starts_at", "timestamptz", w -> w.promotion().startsAt()),
                            new Column<>("ends_at", "timestamptz", w -> w.promotion().endsAt())));

    private static final String COLUMNS =
            """
            select p.id, p.name_zh, p.name_en, p.type, p.threshold_minor, p.discount_minor, p.currency, p.starts_at,
                   p.ends_at, p.source_version, p.source_time
              from commerce.promotion p
            """;

    private final JdbcClient db;
    private final Clock clock;

    Promotions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whoever buys for the threshold pays the discount less, in a time. */
    public record Promotion(
            @NotNull(message = Say.REQUIRED) String id,
            @NotNull(message = Say.REQUIRED) @Valid Name name,
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = Say.CODE_PATTERN, message = Say.CODE)
                    String type,
            @NotNull(message = Say.REQUIRED) @PositiveOrZero(message = Say.AMOUNT)
                    Long thresholdMinor,
            @NotNull(message = Say.REQUIRED) @PositiveOrZero(message = Say.AMOUNT)
                    Long discountMinor,
            @NotNull(message = Say.REQUIRED) @Pattern(regexp = "[A-Z]{3}", message = Say.CURRENCY)
                    String currency,
            @NotNull(message = Say.REQUIRED) Instant startsAt,
            @NotNull(message = Say.REQUIRED) Instant endsAt,
            @Nullable Long sourceVersion,
            @Nullable Instant sourceTime) {}

    private record PromotionWrite(Promotion promotion, Source source) implements Write {
        @Override
        public String key() {
            return promotion.id();
        }
    }

    /** Whether each was older than what is there, by its id. */
    public Map<String, Boolean> write(ShopId shop, Collection<Promotion> sent) {
        var writes =
                sent.stream()
                        .map(
                                promotion ->
                                        new PromotionWrite(
                                                promotion,
                                                Source.of(
                                                        promotion.sourceVersion(),
                                                        promotion.sourceTime(),
                                                        clock.instant(),
                                                        promotion.toString())))
                        .toList();
        var places = PROMOTIONS.write(db, shop, writes, clock.instant());
        var stale = new HashMap<String, Boolean>();
        writes.forEach(write -> stale.put(write.key(), Batch.isStale(write, places)));
        return stale;
    }

    Optional<Promotion> find(ShopId shop, String id) {
        return db.sql(COLUMNS + " where p.shop_id = :shop and p.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Promotions::promotion)
                .optional();
    }

    /** Newest first. */
    Page<Promotion> page(ShopId shop, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                COLUMNS
                                        + """
                                           where p.shop_id = :shop
                                             and p.starts_at <= :at and (p.starts_at < :at or p.id > :id)
                                           order by p.starts_at desc, p.id
                                           limit :limit
                                          """)
                        .param("shop", shop.value())
                        .param("at", Sessions.from(cursor).atOffset(ZoneOffset.UTC))
                        .param("id", cursor == null ? "" : cursor.text(1))
                        .param("limit", size + 1)
                        .query(Promotions::promotion)
                        .list();
        return Page.of(rows, size, promotion -> Cursor.at(promotion.startsAt(), promotion.id()));
    }

    private static Promotion promotion(ResultSet row, int number) throws SQLException {
        return new Promotion(
                row.getString("id"),
                new Name(row.getString("name_zh"), row.getString("name_en")),
                row.getString("type"),
                row.getLong("threshold_minor"),
                row.getLong("discount_minor"),
                row.getString("currency"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getLong("source_version"),
                Columns.instant(row, "source_time"));
    }
}
