package anxin.scripts.suggest;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what was offered, what was made of it, and how it worked. */
@Repository
class SuggestionStore {

    /** A script that is offered in a conversation. */
    record Offer(
            UUID id,
            UUID conversation,
            int seq,
            String key,
            String language,
            int number,
            @Nullable String intent,
            String emotion) {}

    /** One that nobody has decided on. */
    record Undecided(UUID id, String key, String language, int seq, @Nullable String takenText) {}

    record Followed(UUID id, String key, String language) {}

    enum Outcome {
        USED,
        EDITED,
        IGNORED
    }

    private record EffectRow(
            String key, int used, int edited, int ignored, int content, int calm, int upset) {}

    /** What of an effect counts one more. */
    enum Counted {
        USED,
        EDITED,
        IGNORED,
        CONTENT,
        CALM,
        UPSET
    }

    private final JdbcClient db;

    SuggestionStore(JdbcClient db) {
        this.db = db;
    }

    /** Each is offered once for one word of the customer's. */
    void offer(ShopId shop, List<Offer> offers, Instant at) {
        for (var one : offers) {
            db.sql(
                            """
                    insert into scripts.suggestion
                           (shop_id, id, conversation_id, seq, key, language, number, intent, emotion, shown_at)
                    values (:shop, :id, :conversation, :seq, :key, :language, :number, :intent, :emotion, :at)
                    on conflict do nothing
                    """)
                    .param("shop", shop.value())
                    .param("id", one.id())
                    .param("conversation", one.conversation())
                    .param("seq", one.seq())
                    .param("key", one.key())
                    .param("language", one.language())
                    .param("number", one.number())
                    .param("intent", one.intent())
                    .param("emotion", one.emotion())
                    .param("at", utc(at))
                    .update();
        }
    }

    /** It was put into the answer; what is decided on stays as it is. */
    void take(ShopId shop, UUID conversation, UUID id, String text, Instant at) {
        db.sql(
                        """
                update scripts.suggestion
                   set taken_at = :at, taken_text = :text
                 where shop_id = :shop and id = :id and conversation_id = :conversation and outcome is null
                """)
                .param("at", utc(at))
                .param("text", text)
                .param("shop", shop.value())
                .param("id", id)
                .param("conversation", conversation)
                .update();
    }

    boolean isKnown(ShopId shop, UUID conversation, UUID id) {
        return db.sql(
                        """
                select exists (select 1 from scripts.suggestion s
                                where s.shop_id = :shop and s.id = :id and s.conversation_id = :conversation)
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("conversation", conversation)
                .query(Boolean.class)
                .single();
    }

    /** Those of the conversations in which something was offered. */
    List<UUID> offeredIn(Collection<UUID> conversations, Collection<ShopId> shops) {
        return db.sql(
                        """
                select distinct s.conversation_id
                  from scripts.suggestion s
                 where s.shop_id = any(:shops) and s.conversation_id = any(:conversations)
                   and (s.outcome is null or s.outcome in ('USED', 'EDITED'))
                """)
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("conversations", conversations.toArray(UUID[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What was offered before the answer of this number and nobody has decided on. */
    List<Undecided> undecided(ShopId shop, UUID conversation, int answer) {
        return db.sql(
                        """
                select s.id, s.key, s.language, s.seq, s.taken_text
                  from scripts.suggestion s
                 where s.shop_id = :shop and s.conversation_id = :conversation and s.outcome is null
                   and s.seq < :answer
                """)
                .param("shop", shop.value())
                .param("conversation", conversation)
                .param("answer", answer)
                .query(Rows.of(Undecided.class))
                .list();
    }

    /** Once: what is decided stays, and the words that were taken are forgotten. */
    boolean decide(ShopId shop, UUID id, Outcome outcome, int answer, Instant at) {
        return db.sql(
                                """
                update scripts.suggestion
                   set outcome = :outcome, answer_seq = :answer, decided_at = :at, taken_text = null
                 where shop_id = :shop and id = :id and outcome is null
                """)
                        .param("outcome", outcome.name())
                        .param("answer", answer)
                        .param("at", utc(at))
                        .param("shop", shop.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What was said with a script before this word of the customer's, and is not followed yet. */
    List<Followed> awaited(ShopId shop, UUID conversation, int seq) {
        return db.sql(
                        """
                select s.id, s.key, s.language
                  from scripts.suggestion s
                 where s.shop_id = :shop and s.conversation_id = :conversation
                   and s.outcome in ('USED', 'EDITED') and s.mood is null and s.answer_seq < :seq
                """)
                .param("shop", shop.value())
                .param("conversation", conversation)
                .param("seq", seq)
                .query(Rows.of(Followed.class))
                .list();
    }

    boolean followed(ShopId shop, UUID id, String mood, Instant at) {
        return db.sql(
                                """
                update scripts.suggestion
                   set mood = :mood, mood_at = :at
                 where shop_id = :shop and id = :id and mood is null
                """)
                        .param("mood", mood)
                        .param("at", utc(at))
                        .param("shop", shop.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** A conversation that is closed counts as solved until the customer writes again. */
    void solved(ShopId shop, UUID conversation, @Nullable Instant at) {
        db.sql(
                        """
                update scripts.suggestion
                   set solved_at = cast(:at as timestamptz)
                 where shop_id = :shop and conversation_id = :conversation and outcome in ('USED', 'EDITED')
                   and (solved_at is null) <> (cast(:at as timestamptz) is null)
                """)
                .param("at", at == null ? null : utc(at))
                .param("shop", shop.value())
                .param("conversation", conversation)
                .update();
    }

    void count(ShopId shop, String key, String language, Counted what) {
        var column =
                switch (what) {
                    case USED -> "used";
                    case EDITED -> "edited";
                    case IGNORED -> "ignored";
                    case CONTENT -> "content";
                    case CALM -> "calm";
                    case UPSET -> "upset";
                };
        db.sql(
                        """
                insert into scripts.effect as e (shop_id, key, language, %1$s)
                values (:shop, :key, :language, 1)
                on conflict (shop_id, key, language) do update set %1$s = e.%1$s + 1
                """
                                .formatted(column))
                .param("shop", shop.value())
                .param("key", key)
                .param("language", language)
                .update();
    }

    /** By key. */
    Map<String, Ranking.Effect> effects(ShopId shop, String language) {
        var effects = new HashMap<String, Ranking.Effect>();
        db.sql(
                        """
                select e.key, e.used, e.edited, e.ignored, e.content, e.calm, e.upset
                  from scripts.effect e
                 where e.shop_id = :shop and e.language = :language
                """)
                .param("shop", shop.value())
                .param("language", language)
                .query(Rows.of(EffectRow.class))
                .list()
                .forEach(
                        one ->
                                effects.put(
                                        one.key(),
                                        new Ranking.Effect(
                                                one.used() + one.edited() + one.ignored(),
                                                one.content() + one.calm() / 2.0)));
        return effects;
    }

    int forget(Instant before, int most) {
        return db.sql(
                        """
                delete from scripts.suggestion
                 where (shop_id, id) in (select s.shop_id, s.id from scripts.suggestion s
                                          where s.shown_at < :before limit :most)
                """)
                .param("before", utc(before))
                .param("most", most)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
