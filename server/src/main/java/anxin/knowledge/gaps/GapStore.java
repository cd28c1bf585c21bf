package anxin.knowledge.gaps;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of gaps, and of when they were looked for. */
@Repository
class GapStore {

    enum State {
        OPEN,
        DRAFTED,
        DISMISSED
    }

    enum Kind {
        ARTICLE,
        INTENT
    }

    record Gap(
            UUID id,
            String language,
            String name,
            String example,
            byte[] centre,
            int asked,
            State state,
            @Nullable Kind kind,
            @Nullable UUID articleId,
            @Nullable String intent,
            @Nullable String actedBy,
            @Nullable Instant actedAt,
            Instant foundAt,
            Instant seenAt) {

        float[] middle() {
            var floats = new float[centre.length / Float.BYTES];
            ByteBuffer.wrap(centre).asFloatBuffer().get(floats);
            return floats;
        }
    }

    record Mining(boolean wanted, @Nullable Instant minedAt, int questions, int answered) {}

    private static final String GAP =
            """
            select g.id, g.language, g.name, g.example, g.centre, g.asked, g.state, g.kind, g.article_id, g.intent,
                   g.acted_by, g.acted_at, g.found_at, g.seen_at
              from knowledge.gap g
             where g.shop_id = :shop
            """;

    private final JdbcClient db;

    GapStore(JdbcClient db) {
        this.db = db;
    }

    static byte[] bytes(float[] middle) {
        var bytes = ByteBuffer.allocate(middle.length * Float.BYTES);
        bytes.asFloatBuffer().put(middle);
        return bytes.array();
    }

    Optional<Gap> find(ShopId shop, UUID id) {
        return db.sql(GAP + " and g.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Gap.class))
                .optional();
    }

    List<Gap> in(ShopId shop, String language) {
        return db.sql(GAP + " and g.language = :language order by g.found_at, g.id")
                .param("shop", shop.value())
                .param("language", language)
                .query(Rows.of(Gap.class))
                .list();
    }

    /** Those that were asked most, first. */
    Page<Gap> page(ShopId shop, State state, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                GAP
                                        + """
                                           and g.state = :state
                                           and (cast(:asked as int) is null
                                                or (-g.asked, g.id) > (-cast(:asked as int), cast(:id as uuid)))
                                         order by g.asked desc, g.id
                                         limit :limit
                                        """)
                        .param("shop", shop.value())
                        .param("state", state.name())
                        .param("asked", cursor == null ? null : cursor.number(0))
                        .param("id", cursor == null ? null : cursor.uuid(1))
                        .param("limit", size + 1)
                        .query(Rows.of(Gap.class))
                        .list();
        return Page.of(rows, size, gap -> Cursor.at(gap.asked(), gap.id()));
    }

    /** A new one, or one that is known and was looked at again. */
    void put(ShopId shop, Gap gap) {
        db.sql(
                        """
                insert into knowledge.gap
                       (shop_id, id, language, name, example, centre, asked, state, found_at, seen_at)
                values (:shop, :id, :language, :name, :example, :centre, :asked, 'OPEN', :at, :at)
                on conflict (shop_id, id) do update
                   set name = excluded.name, example = excluded.example, asked = excluded.asked, seen_at = excluded.seen_at
                """)
                .param("shop", shop.value())
                .param("id", gap.id())
                .param("language", gap.language())
                .param("name", gap.name())
                .param("example", gap.example())
                .param("centre", gap.centre())
                .param("asked", gap.asked())
                .param("at", AskedStore.utc(gap.seenAt()))
                .update();
    }

    /** Nobody asked it of late. */
    void quiet(ShopId shop, UUID id) {
        db.sql("update knowledge.gap set asked = 0 where shop_id = :shop and id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    record Act(State state, @Nullable Kind kind, @Nullable UUID article, @Nullable String intent) {}

    void act(ShopId shop, UUID id, Act act, String by, Instant at) {
        db.sql(
                        """
                update knowledge.gap
                   set state = :state, kind = :kind, article_id = cast(:article as uuid), intent = :intent,
                       acted_by = :by, acted_at = :at
                 where shop_id = :shop and id = :id
                """)
                .param("state", act.state().name())
                .param("kind", act.kind() == null ? null : act.kind().name())
                .param("article", act.article())
                .param("intent", act.intent())
                .param("by", by)
                .param("at", AskedStore.utc(at))
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    Mining mining(ShopId shop) {
        return db.sql(
                        """
                select m.wanted, m.mined_at, m.questions, m.answered from knowledge.mining m where m.shop_id = :shop
                """)
                .param("shop", shop.value())
                .query(Rows.of(Mining.class))
                .optional()
                .orElseGet(() -> new Mining(false, null, 0, 0));
    }

    void want(ShopId shop) {
        db.sql(
                        """
                insert into knowledge.mining as m (shop_id, wanted) values (:shop, true)
                on conflict (shop_id) do update set wanted = true
                """)
                .param("shop", shop.value())
                .update();
    }

    /** Every shop has its row; the first look is due at once. */
    void enter(List<ShopId> shops) {
        db.sql(
                        "insert into knowledge.mining (shop_id) select s from unnest(:shops) s on conflict do nothing")
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .update();
    }

    /** One that is due, leased to whoever asks first. */
    Optional<ShopId> lease(Instant now, Instant before, Instant lease) {
        return db.sql(
                        """
                update knowledge.mining m
                   set leased_until = :lease
                 where m.shop_id = (select d.shop_id from knowledge.mining d
                                     where (d.wanted or d.mined_at is null or d.mined_at <= :before)
                                       and (d.leased_until is null or d.leased_until <= :now)
                                     order by not d.wanted, d.mined_at nulls first
                                     limit 1
                                       for update skip locked)
                returning m.shop_id
                """)
                .param("now", AskedStore.utc(now))
                .param("before", AskedStore.utc(before))
                .param("lease", AskedStore.utc(lease))
                .query(String.class)
                .optional()
                .map(ShopId::new);
    }

    void mined(ShopId shop, Instant at, int questions, int answered) {
        db.sql(
                        """
                insert into knowledge.mining as m (shop_id, mined_at, questions, answered)
                values (:shop, :at, :questions, :answered)
                on conflict (shop_id) do update
                   set wanted = false, leased_until = null, mined_at = excluded.mined_at,
                       questions = excluded.questions, answered = excluded.answered
                """)
                .param("shop", shop.value())
                .param("at", AskedStore.utc(at))
                .param("questions", questions)
                .param("answered", answered)
                .update();
    }
}
