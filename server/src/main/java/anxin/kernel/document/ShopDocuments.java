package anxin.kernel.document;

import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.memory.ShortMemory;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * One document of each shop; one that is used is remembered for a few seconds. The table is its
 * module's own: {@code shop_id, version, document, changed_by, changed_at}, the first its key.
 */
public abstract class ShopDocuments<D> {

    /** {@code version} is 0 while nobody has set anything up. */
    public record Kept<D>(ShopId shop, int version, D document) {}

    private record Row(int version, String document) {}

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final String table;
    private final D first;
    private final Class<D> type;
    private final ShortMemory<ShopId, Kept<D>> memory;

    /**
     * @param first what holds while nobody has set anything up
     */
    protected ShopDocuments(
            JdbcClient db, JsonMapper json, Clock clock, String table, Class<D> type, D first) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.table = table;
        this.type = type;
        this.first = first;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    public final D of(ShopId shop) {
        return memory.recall(shop, () -> Optional.of(read(shop))).orElseThrow().document();
    }

    public final Kept<D> read(ShopId shop) {
        return db.sql(
                        """
                select d.version, d.document::text as document from %s d where d.shop_id = :shop
                """
                                .formatted(table))
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .optional()
                .map(row -> new Kept<>(shop, row.version(), json.readValue(row.document(), type)))
                .orElseGet(() -> new Kept<>(shop, 0, first));
    }

    /** A 409 when somebody else has changed it since {@code seen}. */
    public final void write(ShopId shop, int seen, D document, String by) {
        var written =
                db.sql(
                                """
                insert into %1$s as d (shop_id, version, document, changed_by, changed_at)
                select :shop, 1, :document::json, :by, :now
                 where :seen = 0 or exists (select 1 from %1$s o where o.shop_id = :shop)
                on conflict (shop_id) do update
                   set version = d.version + 1, document = excluded.document, changed_by = excluded.changed_by,
                       changed_at = excluded.changed_at
                 where d.version = :seen
                """
                                        .formatted(table))
                        .param("shop", shop.value())
                        .param("document", json.writeValueAsString(document))
                        .param("by", by)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("seen", seen)
                        .update();
        AfterCommit.run(() -> memory.forget(kept -> kept.shop().equals(shop)));
        if (written != 1) {
            throw Problem.conflict(
                    "version-conflict",
                    "内容已被他人修改，请刷新后重试",
                    "Somebody else changed this; look at it again");
        }
    }
}
