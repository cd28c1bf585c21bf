package anxin.bot.turn;

import anxin.bot.dialogue.Memory;
import anxin.bot.dialogue.Why;
import anxin.conversation.FirstLineTalks.Talk;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What dialogues have come to. */
@Component
public class Dialogues {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient db;
    private final JsonMapper json;

    Dialogues(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What is remembered; of a new one, what the same person talked about last, on any channel. */
    Memory memory(Talk talk, Instant now) {
        return db.sql(
                        """
                select d.memory::text from bot.dialogue d where d.shop_id = :shop and d.conversation_id = :id
                """)
                .param("shop", talk.shop().value())
                .param("id", talk.id())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Memory.class))
                .orElseGet(() -> before(talk, now));
    }

    private Memory before(Talk talk, Instant now) {
        return db.sql(
                        """
                select d.memory::text from bot.dialogue d
                 where d.shop_id = :shop and d.profile_id = :profile and d.last_at >= :since
                 order by d.began_at desc
                 limit 1
                """)
                .param("shop", talk.shop().value())
                .param("profile", talk.profile())
                .param("since", now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(text -> carried(json.readValue(text, Memory.class)))
                .orElse(Memory.NEW);
    }

    /** The order and the language; what was proved by a code is proved anew. */
    private static Memory carried(Memory of) {
        var notes = new HashMap<String, String>();
        for (var name : List.of("ORDER", "LANGUAGE", "TOPIC")) {
            var value = of.notes().get(name);
            if (value != null && !of.notes().containsKey("PROVEN_CUSTOMER")) {
                notes.put(name, value);
            }
        }
        return new Memory(
                notes, Memory.NEW.slots(), Memory.NEW.counts(), List.of(), List.of(), List.of());
    }

    /** What a turn has left behind; {@code summary} where people have it from now on. */
    record Step(
            Memory memory,
            @Nullable Why why,
            @Nullable Summary summary,
            boolean wrong,
            boolean looped) {}

    void write(Talk talk, Step step, Instant now) {
        db.sql(
                        """
                insert into bot.dialogue as d
                       (shop_id, conversation_id, profile_id, memory, began_at, last_at, turns, answers, handed_at, handed_why,
                        summary, wrong_at, wrong_by, looped)
                values (:shop, :id, :profile, :memory::json, :now, :now, 1, :answer, cast(:handed as timestamptz), :why,
                        :summary::json, cast(:wrong as timestamptz), :wrongBy, :looped)
                on conflict (shop_id, conversation_id) do update
                   set memory = excluded.memory, last_at = excluded.last_at, turns = d.turns + 1,
                       answers = d.answers + excluded.answers,
                       handed_at = coalesce(d.handed_at, excluded.handed_at),
                       handed_why = coalesce(d.handed_why, excluded.handed_why),
                       summary = coalesce(excluded.summary, d.summary),
                       wrong_at = coalesce(d.wrong_at, excluded.wrong_at),
                       wrong_by = coalesce(d.wrong_by, excluded.wrong_by),
                       looped = d.looped or excluded.looped, ended_at = null
                """)
                .param("shop", talk.shop().value())
                .param("id", talk.id())
                .param("profile", talk.profile())
                .param("memory", json.writeValueAsString(step.memory()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("answer", step.why() == null ? 1 : 0)
                .param("handed", step.why() == null ? null : now.toString())
                .param("why", step.why() == null ? null : step.why().name())
                .param(
                        "summary",
                        step.summary() == null ? null : json.writeValueAsString(step.summary()))
                .param("wrong", step.wrong() ? now.toString() : null)
                .param("wrongBy", step.wrong() ? "customer" : null)
                .param("looped", step.looped())
                .update();
    }

    void end(ShopId shop, UUID conversation, Instant now) {
        db.sql(
                        """
                update bot.dialogue d set ended_at = :now
                 where d.shop_id = :shop and d.conversation_id = :id and d.ended_at is null
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("shop", shop.value())
                .param("id", conversation)
                .update();
    }

    /** What people are told of it; {@code wrongBy} who said that an answer was wrong. */
    public record Told(
            Instant beganAt,
            int turns,
            @Nullable Instant handedAt,
            @Nullable String handedWhy,
            @Nullable String summary,
            @Nullable String wrongBy) {}

    public Optional<Told> told(ShopId shop, UUID conversation) {
        return db.sql(
                        """
                select d.began_at, d.turns, d.handed_at, d.handed_why, d.summary::text as summary, d.wrong_by
                  from bot.dialogue d
                 where d.shop_id = :shop and d.conversation_id = :id
                """)
                .param("shop", shop.value())
                .param("id", conversation)
                .query(Rows.of(Told.class))
                .optional();
    }

    /** Said by people: what it answered was wrong. The first word counts. */
    public void mark(ShopId shop, UUID conversation, boolean wrong, String by, Instant now) {
        db.sql(
                        """
                update bot.dialogue d
                   set wrong_at = case when :wrong then coalesce(d.wrong_at, :now) end,
                       wrong_by = case when :wrong then coalesce(d.wrong_by, :by) end
                 where d.shop_id = :shop and d.conversation_id = :id
                """)
                .param("wrong", wrong)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("shop", shop.value())
                .param("id", conversation)
                .update();
    }
}
