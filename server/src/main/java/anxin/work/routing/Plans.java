package anxin.work.routing;

import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.memory.ShortMemory;
import anxin.kernel.rows.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The plan of each shop; one that is used is remembered for a few seconds. */
@Component
public class Plans {

    /** {@code version} is 0 while nobody has set anything up. */
    public record Kept(ShopId shop, int version, Plan plan) {}

    private record Row(int version, String document) {}

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final ShortMemory<ShopId, Kept> memory;

    Plans(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    public Plan of(ShopId shop) {
        return memory.recall(shop, () -> Optional.of(read(shop))).orElseThrow().plan();
    }

    Kept read(ShopId shop) {
        return db.sql(
                        """
                select r.version, r.document::text as document from work.routing r where r.shop_id = :shop
                """)
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .optional()
                .map(
                        row ->
                                new Kept(
                                        shop,
                                        row.version(),
                                        json.readValue(row.document(), Plan.class)))
                .orElseGet(() -> new Kept(shop, 0, Plan.SIMPLE));
    }

    /** False when somebody else has changed it since {@code seen}. */
    boolean write(ShopId shop, int seen, Plan plan, String by) {
        var written =
                db.sql(
                                """
                insert into work.routing as r (shop_id, version, document, changed_by, changed_at)
                select :shop, 1, :document::json, :by, :now
                 where :seen = 0 or exists (select 1 from work.routing o where o.shop_id = :shop)
                on conflict (shop_id) do update
                   set version = r.version + 1, document = excluded.document, changed_by = excluded.changed_by,
                       changed_at = excluded.changed_at
                 where r.version = :seen
                """)
                        .param("shop", shop.value())
                        .param("document", json.writeValueAsString(plan))
                        .param("by", by)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("seen", seen)
                        .update();
        AfterCommit.run(() -> memory.forget(kept -> kept.shop().equals(shop)));
        return written == 1;
    }
}
