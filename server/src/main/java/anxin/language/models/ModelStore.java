package anxin.language.models;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the shops' models. */
@Component
class ModelStore {

    enum State {
        WAITING,
        TRAINING,
        READY,
        FAILED
    }

    /**
     * @param knows the version of the catalogue that it was learned from
     * @param goesLive whether it goes live by itself when it is no worse than the one that is
     * @param progress in per cent
     * @param confusions JSON
     */
    record Row(
            String shopId,
            int version,
            UUID id,
            State state,
            int knows,
            boolean goesLive,
            String askedBy,
            Instant askedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            int progress,
            int intents,
            int examples,
            @Nullable Double accuracy,
            @Nullable Double macroF1,
            @Nullable Double calibration,
            @Nullable String confusions,
            @Nullable String trouble) {}

    /** How good a model was on examples that it had not seen. */
    record Grades(
            int intents,
            int examples,
            double accuracy,
            double macroF1,
            double calibration,
            String confusions) {}

    private static final Duration LOST = Duration.ofMinutes(15);
    private static final int KEPT = 4;

    private static final String COLUMNS =
            """
            select m.shop_id, m.version, m.id, m.state, m.knows, m.goes_live, m.asked_by, m.asked_at, m.started_at,
                   m.finished_at, m.progress, m.intents, m.examples, m.accuracy, m.macro_f1, m.calibration,
                   m.confusions, m.trouble
              from language.model m
            """;

    private final JdbcClient db;

    ModelStore(JdbcClient db) {
        this.db = db;
    }

    List<Row> ofShop(ShopId shop) {
        return db.sql(COLUMNS + " where m.shop_id = :shop order by m.version desc limit 50")
                .param("shop", shop.value())
                .query(Rows.of(Row.class))
                .list();
    }

    Optional<Row> find(ShopId shop, UUID id) {
        return db.sql(COLUMNS + " where m.shop_id = :shop and m.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Row.class))
                .optional();
    }

    Optional<Row> find(ShopId shop, int version) {
        return db.sql(COLUMNS + " where m.shop_id = :shop and m.version = :version")
                .param("shop", shop.value())
                .param("version", version)
                .query(Rows.of(Row.class))
                .optional();
    }

    /** The same id again asks for nothing new. */
    void ask(ShopId shop, UUID id, int knows, boolean goesLive, String by, Instant at) {
        db.sql(
                        """
                insert into language.model (shop_id, version, id, state, knows, goes_live, asked_by, asked_at)
                select :shop, coalesce(max(m.version), 0) + 1, :id, 'WAITING', :knows, :goes, :by, :at
                  from language.model m
                 where m.shop_id = :shop
                on conflict (shop_id, id) do nothing
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("knows", knows)
                .param("goes", goesLive)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The oldest that waits, or that a node began and did not finish. */
    Optional<Row> take(Instant now) {
        return db.sql(
                        """
                with next as (
                    select m.shop_id, m.version
                      from language.model m
                     where m.state = 'WAITING' or m.state = 'TRAINING' and m.started_at < :lost
                     order by m.asked_at
                     limit 1
                       for update skip locked),
                taken as (
                    update language.model m
                       set state = 'TRAINING', started_at = :now, progress = 0
                      from next n
                     where m.shop_id = n.shop_id and m.version = n.version
                    returning m.*)
                """
                                + COLUMNS.replace("language.model m", "taken m"))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lost", now.minus(LOST).atOffset(ZoneOffset.UTC))
                .query(Rows.of(Row.class))
                .optional();
    }

    void progress(ShopId shop, int version, int percent) {
        db.sql(
                        """
                update language.model m
                   set progress = :percent
                 where m.shop_id = :shop and m.version = :version
                """)
                .param("shop", shop.value())
                .param("version", version)
                .param("percent", percent)
                .update();
    }

    void fail(ShopId shop, int version, String trouble, Instant at) {
        db.sql(
                        """
                update language.model m
                   set state = 'FAILED', finished_at = :at, trouble = :trouble
                 where m.shop_id = :shop and m.version = :version
                """)
                .param("shop", shop.value())
                .param("version", version)
                .param("trouble", trouble)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void finish(ShopId shop, int version, Grades grades, Instant at) {
        db.sql(
                        """
                update language.model m
                   set state = 'READY', finished_at = :at, progress = 100, intents = :intents, examples = :examples,
                       accuracy = :accuracy, macro_f1 = :macro, calibration = :calibration, confusions = :confusions
                 where m.shop_id = :shop and m.version = :version
                """)
                .param("shop", shop.value())
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("intents", grades.intents())
                .param("examples", grades.examples())
                .param("accuracy", grades.accuracy())
                .param("macro", grades.macroF1())
                .param("calibration", grades.calibration())
                .param("confusions", grades.confusions())
                .update();
    }

    void keep(ShopId shop, int version, Group part, byte[] content) {
        db.sql(
                        """
                insert into language.model_part (shop_id, version, part, content)
                values (:shop, :version, :part, :content)
                on conflict (shop_id, version, part) do update set content = excluded.content
                """)
                .param("shop", shop.value())
                .param("version", version)
                .param("part", part.name())
                .param("content", content)
                .update();
    }

    Optional<byte[]> part(ShopId shop, int version, Group part) {
        return db.sql(
                        """
                select p.content
                  from language.model_part p
                 where p.shop_id = :shop and p.version = :version and p.part = :part
                """)
                .param("shop", shop.value())
                .param("version", version)
                .param("part", part.name())
                .query(byte[].class)
                .optional();
    }

    boolean canAnswer(ShopId shop, int version) {
        return db.sql(
                        """
                select exists (select 1
                                 from language.model m
                                 join language.model_part p on p.shop_id = m.shop_id and p.version = m.version
                                where m.shop_id = :shop and m.version = :version and m.state = 'READY')
                """)
                .param("shop", shop.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** Was written by an earlier version of the product: is learned again under its number. */
    void again(ShopId shop, int version) {
        db.sql(
                        """
                update language.model m
                   set state = 'WAITING', goes_live = true
                 where m.shop_id = :shop and m.version = :version and m.state = 'READY'
                """)
                .param("shop", shop.value())
                .param("version", version)
                .update();
    }

    /** The newest stay, and the one that is live; the grades of all stay readable. */
    void forgetOld(ShopId shop) {
        db.sql(
                        """
                delete from language.model_part p
                 where p.shop_id = :shop
                   and p.version not in (select c.live_model from language.catalogue c where c.shop_id = :shop)
                   and p.version not in (select m.version from language.model m
                                          where m.shop_id = :shop and m.state = 'READY'
                                          order by m.version desc limit :kept)
                """)
                .param("shop", shop.value())
                .param("kept", KEPT)
                .update();
    }
}
