package anxin.language.catalogue;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what a shop makes of its intents. */
@Component
public class ShopIntents {

    /**
     * A shop's word on one intent.
     *
     * @param own false: a shipped one that the shop has renamed or merged
     */
    public record Row(
            String key,
            boolean own,
            String nameZh,
            String nameEn,
            @Nullable String mergedInto,
            String changedBy,
            Instant changedAt) {

        public Text name() {
            return Text.of(nameZh, nameEn);
        }
    }

    public record Example(
            UUID id,
            String intent,
            String language,
            String text,
            String createdBy,
            Instant createdAt) {}

    private record Count(String intent, int count) {}

    /**
     * @param version counts the changes
     * @param liveModel 0: the shipped one
     */
    public record State(int version, int liveModel) {
        public static final State UNTOUCHED = new State(0, 0);
    }

    private final JdbcClient db;

    ShopIntents(JdbcClient db) {
        this.db = db;
    }

    public State state(ShopId shop) {
        return db.sql(
                        """
                select c.version, c.live_model
                  from language.catalogue c
                 where c.shop_id = :shop
                """)
                .param("shop", shop.value())
                .query(Rows.of(State.class))
                .optional()
                .orElse(State.UNTOUCHED);
    }

    /** Counts a change; whoever changes the same shop's intents waits for the end of it. */
    public int changed(ShopId shop) {
        return db.sql(
                        """
                insert into language.catalogue as c (shop_id, version)
                values (:shop, 1)
                on conflict (shop_id) do update set version = c.version + 1
                returning c.version
                """)
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }

    public void putLive(ShopId shop, int model) {
        db.sql(
                        """
                update language.catalogue
                   set live_model = :model
                 where shop_id = :shop
                """)
                .param("shop", shop.value())
                .param("model", model)
                .update();
    }

    public List<Row> ofShop(ShopId shop) {
        return db.sql(
                        """
                select i.key, i.own, i.name_zh, i.name_en, i.merged_into, i.changed_by, i.changed_at
                  from language.intent i
                 where i.shop_id = :shop
                 order by i.key
                """)
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .list();
    }

    Optional<Row> find(ShopId shop, String key) {
        return ofShop(shop).stream().filter(row -> row.key().equals(key)).findFirst();
    }

    void save(ShopId shop, Row row) {
        db.sql(
                        """
                insert into language.intent as i
                       (shop_id, key, own, name_zh, name_en, merged_into, changed_by, changed_at)
                values (:shop, :key, :own, :zh, :en, :into, :by, :at)
                on conflict (shop_id, key) do update
                   set name_zh = excluded.name_zh, name_en = excluded.name_en, merged_into = excluded.merged_into,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """)
                .param("shop", shop.value())
                .param("key", row.key())
                .param("own", row.own())
                .param("zh", row.nameZh())
                .param("en", row.nameEn())
                .param("into", row.mergedInto())
                .param("by", row.changedBy())
                .param("at", row.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(ShopId shop, String key) {
        db.sql(
                        """
                with gone as (
                    delete from language.example e
                     where e.shop_id = :shop and e.intent = :key
                       and exists (select 1 from language.intent i
                                    where i.shop_id = :shop and i.key = :key and i.own))
                delete from language.intent i
                 where i.shop_id = :shop and i.key = :key
                """)
                .param("shop", shop.value())
                .param("key", key)
                .update();
    }

    public List<Example> examples(ShopId shop) {
        return db.sql(EXAMPLES + " where e.shop_id = :shop order by e.created_at, e.id")
                .param("shop", shop.value())
                .query(Rows.of(Example.class))
                .list();
    }

    private static final String EXAMPLES =
            """
            select e.id, e.intent, e.language, e.text, e.created_by, e.created_at
              from language.example e
            """;

    List<Example> examples(ShopId shop, String intent) {
        return db.sql(
                        EXAMPLES
                                + """
                 where e.shop_id = :shop and e.intent = :intent
                 order by e.created_at desc, e.id
                """)
                .param("shop", shop.value())
                .param("intent", intent)
                .query(Rows.of(Example.class))
                .list();
    }

    Map<String, Integer> exampleCounts(ShopId shop) {
        var counts = new HashMap<String, Integer>();
        db.sql(
                        """
                select e.intent, count(*)::int as count
                  from language.example e
                 where e.shop_id = :shop
                 group by e.intent
                """)
                .param("shop", shop.value())
                .query(Rows.of(Count.class))
                .list()
                .forEach(count -> counts.put(count.intent(), count.count()));
        return counts;
    }

    /** False when the shop has this very text already, in whatever intent. */
    boolean add(ShopId shop, Example example) {
        try {
            db.sql(
                            """
                    insert into language.example (shop_id, id, intent, language, text, created_by, created_at)
                    values (:shop, :id, :intent, :language, :text, :by, :at)
                    on conflict (shop_id, id) do nothing
                    """)
                    .param("shop", shop.value())
                    .param("id", example.id())
                    .param("intent", example.intent())
                    .param("language", example.language())
                    .param("text", example.text())
                    .param("by", example.createdBy())
                    .param("at", example.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    void deleteExample(ShopId shop, String intent, UUID id) {
        db.sql(
                        """
                delete from language.example e
                 where e.shop_id = :shop and e.intent = :intent and e.id = :id
                """)
                .param("shop", shop.value())
                .param("intent", intent)
                .param("id", id)
                .update();
    }

    /** Into which intent each merged one went, followed to its end. */
    public static Map<String, String> merges(List<Row> own) {
        var merges = new HashMap<String, String>();
        for (var row : own) {
            var into = row.mergedInto();
            if (into != null) {
                merges.put(row.key(), into);
            }
        }
        var ends = new HashMap<String, String>();
        for (var key : new ArrayList<>(merges.keySet())) {
            var end = key;
            for (int steps = 0;
                    merges.get(end) instanceof String next && steps <= merges.size();
                    steps++) {
                end = next;
            }
            ends.put(key, end);
        }
        return ends;
    }
}
