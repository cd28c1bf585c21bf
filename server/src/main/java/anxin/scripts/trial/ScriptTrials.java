package anxin.scripts.trial;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.kernel.wire.StableId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trials of a shop: each conversation belongs to one of the two, by its id alone. */
@Repository
public class ScriptTrials {

    record Trial(
            UUID id,
            String language,
            String first,
            String second,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt) {

        boolean isSecond(UUID conversation) {
            return (StableId.of(id.toString(), conversation.toString()).getLeastSignificantBits()
                            & 1)
                    == 1;
        }
    }

    /** A conversation in which one of the two was said; each counts once. */
    record Said(UUID conversation, String key, boolean solved, @Nullable String mood) {}

    private static final int MOST = 20_000;
    private static final String TRIAL =
            """
            select t.id, t.language, t.first, t.second, t.started_by, t.started_at, t.ended_at
              from scripts.trial t
             where t.shop_id = :shop
            """;

    private final JdbcClient db;

    ScriptTrials(JdbcClient db) {
        this.db = db;
    }

    /** The scripts that are not offered in a conversation, because it belongs to the other. */
    public Set<String> excluded(ShopId shop, String language, UUID conversation) {
        var excluded = new HashSet<String>();
        db.sql(TRIAL + " and t.ended_at is null and t.language = :language")
                .param("shop", shop.value())
                .param("language", language)
                .query(Rows.of(Trial.class))
                .list()
                .forEach(
                        one ->
                                excluded.add(
                                        one.isSecond(conversation) ? one.first() : one.second()));
        return excluded;
    }

    List<Trial> of(ShopId shop) {
        return db.sql(TRIAL + " order by t.started_at desc, t.id limit 100")
                .param("shop", shop.value())
                .query(Rows.of(Trial.class))
                .list();
    }

    Optional<Trial> find(ShopId shop, UUID id) {
        return db.sql(TRIAL + " and t.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Trial.class))
                .optional();
    }

    /** Whether one of the two is being compared already. */
    boolean isBusy(ShopId shop, Trial trial) {
        return db.sql(
                        """
                select exists (select 1 from scripts.trial t
                                where t.shop_id = :shop and t.language = :language and t.ended_at is null
                                  and t.id <> :id
                                  and (t.first in (:first, :second) or t.second in (:first, :second)))
                """)
                .param("shop", shop.value())
                .param("language", trial.language())
                .param("id", trial.id())
                .param("first", trial.first())
                .param("second", trial.second())
                .query(Boolean.class)
                .single();
    }

    void add(ShopId shop, Trial trial) {
        db.sql(
                        """
                insert into scripts.trial (shop_id, id, language, first, second, started_by, started_at)
                values (:shop, :id, :language, :first, :second, :by, :at)
                on conflict do nothing
                """)
                .param("shop", shop.value())
                .param("id", trial.id())
                .param("language", trial.language())
                .param("first", trial.first())
                .param("second", trial.second())
                .param("by", trial.startedBy())
                .param("at", utc(trial.startedAt()))
                .update();
    }

    void end(ShopId shop, UUID id, Instant at) {
        db.sql(
                        """
                update scripts.trial set ended_at = :at where shop_id = :shop and id = :id and ended_at is null
                """)
                .param("at", utc(at))
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    /** The first of the two that was said in each conversation. */
    List<Said> said(ShopId shop, Trial trial, Instant until) {
        return db.sql(
                        """
                select distinct on (s.conversation_id)
                       s.conversation_id as conversation, s.key, s.solved_at is not null as solved, s.mood
                  from scripts.suggestion s
                 where s.shop_id = :shop and s.language = :language and s.key in (:first, :second)
                   and s.outcome in ('USED', 'EDITED') and s.shown_at >= :from and s.shown_at < :until
                 order by s.conversation_id, s.answer_seq
                 limit :most
                """)
                .param("shop", shop.value())
                .param("language", trial.language())
                .param("first", trial.first())
                .param("second", trial.second())
                .param("from", utc(trial.startedAt()))
                .param("until", utc(until))
                .param("most", MOST)
                .query(Rows.of(Said.class))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
