package anxin.bot.flow;

import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.memory.ShortMemory;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The shops' flows: those in force, and those that were before them. */
@Component
public class FlowBooks {

    /** {@code version} 0 comes with the product. */
    public record Published(
            int version, @Nullable String note, String publishedBy, Instant publishedAt) {}

    private record Kept(ShopId shop, int version, FlowBook book) {}

    private record InForce(int version, @Nullable String document) {}

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int SHOWN = 50;

    private final ShippedFlows shipped;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final ShortMemory<ShopId, Kept> memory;

    FlowBooks(ShippedFlows shipped, JdbcClient db, JsonMapper json, Clock clock) {
        this.shipped = shipped;
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    public FlowBook inForce(ShopId shop) {
        return memory.recall(shop, () -> Optional.of(read(shop))).orElseThrow().book();
    }

    public int version(ShopId shop) {
        return memory.recall(shop, () -> Optional.of(read(shop))).orElseThrow().version();
    }

    public FlowBook shipped() {
        return shipped.book();
    }

    private Kept read(ShopId shop) {
        return db.sql(
                        """
                select i.version, f.document::text as document
                  from bot.flow_in_force i
                  join bot.flow f on f.shop_id = i.shop_id and f.version = i.version
                 where i.shop_id = :shop
                """)
                .param("shop", shop.value())
                .query(Rows.of(InForce.class))
                .optional()
                .map(
                        row ->
                                new Kept(
                                        shop,
                                        row.version(),
                                        json.readValue(row.document(), FlowBook.class)))
                .orElseGet(() -> new Kept(shop, 0, shipped.book()));
    }

    public List<Published> published(ShopId shop) {
        return db.sql(
                        """
                select f.version, f.note, f.published_by, f.published_at
                  from bot.flow f
                 where f.shop_id = :shop
                 order by f.version desc
                 limit :shown
                """)
                .param("shop", shop.value())
                .param("shown", SHOWN)
                .query(Rows.of(Published.class))
                .list();
    }

    @Transactional
    public void publish(ShopId shop, FlowBook book, @Nullable String note, String by) {
        int version =
                db.sql(
                                "select coalesce(max(f.version), 0) + 1 from bot.flow f where f.shop_id = :shop")
                        .param("shop", shop.value())
                        .query(Integer.class)
                        .single();
        db.sql(
                        """
                insert into bot.flow (shop_id, version, document, note, published_by, published_at)
                values (:shop, :version, :document::json, :note, :by, :now)
                """)
                .param("shop", shop.value())
                .param("version", version)
                .param("document", json.writeValueAsString(book))
                .param("note", note)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        putInForce(shop, version);
    }

    /** What was published before holds again; 0 is what comes with the product. */
    @Transactional
    public void rollBack(ShopId shop, int to) {
        if (to != 0 && published(shop).stream().noneMatch(one -> one.version() == to)) {
            throw Problem.invalid("/to", "没有这个版本", "is no version that was published");
        }
        putInForce(shop, to);
    }

    private void putInForce(ShopId shop, int version) {
        db.sql(
                        """
                insert into bot.flow_in_force (shop_id, version) values (:shop, :version)
                on conflict (shop_id) do update set version = excluded.version
                """)
                .param("shop", shop.value())
                .param("version", version)
                .update();
        AfterCommit.run(() -> memory.forget(kept -> kept.shop().equals(shop)));
    }
}
