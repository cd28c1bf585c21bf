package anxin.scripts.library;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a shop's own scripts, their versions, and what agents think of them. */
@Repository
class ScriptStore {

    /** Which script: a key says it within its shop and language only. */
    record Which(ShopId shop, String key, String language) {}

    /** A shop's row with the version that lists show: what is written, else what is live. */
    record Shown(
            String key,
            String language,
            @Nullable Integer liveNumber,
            @Nullable Integer openNumber,
            boolean inReview,
            @Nullable Instant staleAt,
            Instant changedAt,
            @Nullable String scene,
            @Nullable List<String> intents,
            Wording.@Nullable Mood emotion,
            Wording.@Nullable Tone tone,
            Wording.@Nullable Channel channel,
            Wording.@Nullable State state,
            @Nullable String text,
            boolean own) {}

    record Verdict(boolean approved, @Nullable String note, String by, Instant at) {}

    record Vote(String key, String language, int good, int bad) {}

    record Voice(String actor, boolean good, @Nullable String reason, Instant at) {}

    private static final String SCRIPT =
            """
            select s.key, s.language, s.revision, s.live_number, s.open_number, s.in_review, s.fresh_days,
                   s.confirmed_by, s.confirmed_at, s.stale_at, s.created_by, s.created_at, s.changed_at
              from scripts.script s
            """;

    private static final String VERSION =
            """
            select v.number, v.scene, v.intents, v.emotion, v.tone, v.channel, v.state, v.text, v.authors,
                   v.written_at, v.submitted_by, v.submitted_at, v.reviewed_by, v.reviewed_at, v.approved, v.note
              from scripts.version v
             where v.shop_id = :shop and v.key = :key and v.language = :language
            """;

    private static final String SHOWN =
            """
            select s.key, s.language, s.live_number, s.open_number, s.in_review, s.stale_at, s.changed_at, v.scene,
                   v.intents, v.emotion, v.tone, v.channel, v.state, v.text, v.number is not null as own
              from scripts.script s
              left join scripts.version v
                on v.shop_id = s.shop_id and v.key = s.key and v.language = s.language and v.number = %s
             where s.shop_id = :shop
            """;

    private static final String HERE =
            " where shop_id = :shop and key = :key and language = :language";

    private final JdbcClient db;

    ScriptStore(JdbcClient db) {
        this.db = db;
    }

    private JdbcClient.StatementSpec about(String sql, Which which) {
        return db.sql(sql)
                .param("shop", which.shop().value())
                .param("key", which.key())
                .param("language", which.language());
    }

    Optional<Script> find(Which which) {
        return about(SCRIPT + HERE, which).query(Rows.of(Script.class)).optional();
    }

    /** As the library shows them: what is being written comes before what is live. */
    List<Shown> newest(ShopId shop) {
        return shown(shop, "coalesce(s.open_number, s.live_number, s.last_number)");
    }

    /** As they are live. */
    List<Shown> live(ShopId shop) {
        return shown(shop, "s.live_number");
    }

    private List<Shown> shown(ShopId shop, String number) {
        return db.sql(SHOWN.formatted(number))
                .param("shop", shop.value())
                .query(Rows.of(Shown.class))
                .list();
    }

    int count(ShopId shop) {
        return db.sql("select count(*) from scripts.script s where s.shop_id = :shop")
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }

    Optional<Script.Version> version(Which which, @Nullable Integer number) {
        return about(VERSION + " and v.number = cast(:number as int)", which)
                .param("number", number)
                .query(Rows.of(Script.Version.class))
                .optional();
    }

    /** Newest first. */
    Page<Script.Version> versions(Which which, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 1);
        var rows =
                about(
                                VERSION
                                        + " and v.number < :before order by v.number desc limit :limit",
                                which)
                        .param("before", cursor == null ? Integer.MAX_VALUE : cursor.number(0))
                        .param("limit", size + 1)
                        .query(Rows.of(Script.Version.class))
                        .list();
        return Page.of(rows, size, version -> Cursor.at(version.number()));
    }

    int lastNumber(Which which) {
        return about("select coalesce(max(number), 0) from scripts.version" + HERE, which)
                .query(Integer.class)
                .single();
    }

    /** False when it is there already. */
    boolean add(ShopId shop, Script script) {
        return about(
                                """
                insert into scripts.script
                       (shop_id, key, language, revision, live_number, fresh_days, created_by, created_at, changed_at)
                values (:shop, :key, :language, :revision, cast(:live as int), :freshDays, :createdBy, :at, :at)
                on conflict do nothing
                """,
                                new Which(shop, script.key(), script.language()))
                        .param("revision", script.revision())
                        .param("live", script.liveNumber())
                        .param("freshDays", script.freshDays())
                        .param("createdBy", script.createdBy())
                        .param("at", utc(script.createdAt()))
                        .update()
                == 1;
    }

    /** Writes it over revision {@code seen}; false when somebody else was faster. */
    boolean change(ShopId shop, int seen, Script now) {
        return about(
                                """
                update scripts.script
                   set revision = :seen + 1, live_number = cast(:live as int), open_number = cast(:open as int),
                       in_review = :inReview, fresh_days = :freshDays, confirmed_by = :confirmedBy,
                       confirmed_at = cast(:confirmedAt as timestamptz), stale_at = cast(:staleAt as timestamptz),
                       last_number = greatest(last_number, cast(:open as int), cast(:live as int)),
                       changed_at = :changedAt
                """
                                        + HERE
                                        + " and revision = :seen",
                                new Which(shop, now.key(), now.language()))
                        .param("seen", seen)
                        .param("live", now.liveNumber())
                        .param("open", now.openNumber())
                        .param("inReview", now.inReview())
                        .param("freshDays", now.freshDays())
                        .param("confirmedBy", now.confirmedBy())
                        .param("confirmedAt", orNull(now.confirmedAt()))
                        .param("staleAt", orNull(now.staleAt()))
                        .param("changedAt", utc(now.changedAt()))
                        .update()
                == 1;
    }

    /** A script of which nothing ever was live and nothing is left. */
    void delete(Which which) {
        about("delete from scripts.script" + HERE, which).update();
    }

    void deleteVersion(Which which, int number) {
        about("delete from scripts.version" + HERE + " and number = :number", which)
                .param("number", number)
                .update();
        about("update scripts.script set last_number = :last" + HERE, which)
                .param("last", lastNumber(which))
                .update();
    }

    void write(Which which, int number, Wording wording, String author, Instant at) {
        about(
                        """
                insert into scripts.version as v
                       (shop_id, key, language, number, scene, intents, emotion, tone, channel, state, text, authors,
                        written_at)
                values (:shop, :key, :language, :number, :scene, :intents, :emotion, :tone, :channel, :state, :text,
                        array[:author], :at)
                on conflict (shop_id, key, language, number) do update
                   set scene = excluded.scene, intents = excluded.intents, emotion = excluded.emotion,
                       tone = excluded.tone, channel = excluded.channel, state = excluded.state, text = excluded.text,
                       authors = case when :author = any(v.authors) then v.authors else v.authors || :author end,
                       written_at = excluded.written_at, submitted_by = null, submitted_at = null
                """,
                        which)
                .param("number", number)
                .param("scene", wording.scene())
                .param("intents", wording.intents().toArray(String[]::new))
                .param("emotion", wording.emotion().name())
                .param("tone", wording.tone().name())
                .param("channel", wording.channel().name())
                .param("state", wording.state().name())
                .param("text", wording.text())
                .param("author", author)
                .param("at", utc(at))
                .update();
    }

    /** Handed in: an earlier verdict is over. */
    void submitted(Which which, int number, String by, Instant at) {
        about(
                        """
                update scripts.version
                   set submitted_by = :by, submitted_at = :at, approved = null, note = null,
                       reviewed_by = null, reviewed_at = null
                """
                                + HERE
                                + " and number = :number",
                        which)
                .param("by", by)
                .param("at", utc(at))
                .param("number", number)
                .update();
    }

    void reviewed(Which which, int number, Verdict verdict) {
        about(
                        """
                update scripts.version
                   set approved = :approved, note = :note, reviewed_by = :by, reviewed_at = :at
                """
                                + HERE
                                + " and number = :number",
                        which)
                .param("number", number)
                .param("approved", verdict.approved())
                .param("note", verdict.note())
                .param("by", verdict.by())
                .param("at", utc(verdict.at()))
                .update();
    }

    void vote(Which which, Voice voice) {
        about(
                        """
                insert into scripts.vote (shop_id, key, language, actor, good, reason, at)
                values (:shop, :key, :language, :actor, :good, :reason, :at)
                on conflict (shop_id, key, language, actor) do update
                   set good = excluded.good, reason = excluded.reason, at = excluded.at
                """,
                        which)
                .param("actor", voice.actor())
                .param("good", voice.good())
                .param("reason", voice.reason())
                .param("at", utc(voice.at()))
                .update();
    }

    List<Voice> voices(Which which, int most) {
        return about(
                        "select actor, good, reason, at from scripts.vote"
                                + HERE
                                + " order by at desc limit :most",
                        which)
                .param("most", most)
                .query(Rows.of(Voice.class))
                .list();
    }

    List<Vote> votes(ShopId shop) {
        return db.sql(
                        """
                select v.key, v.language, count(*) filter (where v.good)::int as good,
                       count(*) filter (where not v.good)::int as bad
                  from scripts.vote v
                 where v.shop_id = :shop
                 group by v.key, v.language
                """)
                .param("shop", shop.value())
                .query(Rows.of(Vote.class))
                .list();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
