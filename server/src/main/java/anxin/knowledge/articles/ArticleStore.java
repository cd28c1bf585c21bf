package anxin.knowledge.articles;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of articles and their versions. */
@Repository
class ArticleStore {

    /** Which articles a list shows. */
    enum Shown {
        ALL("true"),
        DRAFT("a.open_number is not null and not a.in_review"),
        REVIEW("a.in_review"),
        PROPOSED("a.proposed_by is not null and a.accepted_at is null"),
        LIVE("a.live_number is not null"),
        STALE("a.stale_at <= :now"),
        AWAY("a.live_number is null and a.open_number is null");

        private final String condition;

        Shown(String condition) {
            this.condition = condition;
        }
    }

    /** How many articles each list shows. */
    record Counts(int draft, int review, int proposed, int live, int stale, int away) {}

    /** What somebody's proposals came to. */
    record Credit(String actor, int proposed, int accepted, int helped) {}

    private static final String ARTICLE =
            """
            select a.id, a.kind, a.language, a.question, a.revision, a.live_number, a.open_number, a.in_review,
                   a.proposed_by, a.proposed_in, a.accepted_at, a.fresh_days, a.confirmed_by, a.confirmed_at,
                   a.stale_at, a.used, a.helped, a.not_helped, a.last_used_at, a.created_by, a.created_at, a.changed_at
              from knowledge.article a
            """;

    private static final String VERSION =
            """
            select v.number, v.question, v.phrasings, v.answer, v.audience, v.products, v.valid_from, v.valid_until,
                   v.authors, v.written_at, v.submitted_by, v.submitted_at, v.reviewed_by, v.reviewed_at, v.approved,
                   v.note
              from knowledge.version v
            """;

    private final JdbcClient db;

    ArticleStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Article> find(ShopId shop, UUID id) {
        return db.sql(ARTICLE + " where a.shop_id = :shop and a.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Article.class))
                .optional();
    }

    /** Newest change first. */
    Page<Article> page(ShopId shop, Filter filter, Instant now, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 2);
        var rows =
                db.sql(
                                ARTICLE
                                        + " where a.shop_id = :shop and "
                                        + filter.shown().condition
                                        + """
                                           and (cast(:language as text) is null or a.language = :language)
                                           and (cast(:words as text) is null
                                                or position(:words in lower(a.question)) > 0)
                                           and (cast(:at as timestamptz) is null
                                                or (a.changed_at, a.id) < (:at, cast(:id as uuid)))
                                         order by a.changed_at desc, a.id desc
                                         limit :limit
                                        """)
                        .param("shop", shop.value())
                        .param("now", utc(now))
                        .param("language", filter.language())
                        .param("words", filter.words())
                        .param("at", cursor == null ? null : utc(cursor.instant(0)))
                        .param("id", cursor == null ? null : cursor.uuid(1))
                        .param("limit", size + 1)
                        .query(Rows.of(Article.class))
                        .list();
        return Page.of(rows, size, article -> Cursor.at(article.changedAt(), article.id()));
    }

    /**
     * @param words in small letters
     */
    record Filter(Shown shown, @Nullable String language, @Nullable String words) {}

    Counts counts(ShopId shop, Instant now) {
        return db.sql(
                        """
                select count(*) filter (where a.open_number is not null and not a.in_review)::int as draft,
                       count(*) filter (where a.in_review)::int as review,
                       count(*) filter (where a.proposed_by is not null and a.accepted_at is null)::int as proposed,
                       count(*) filter (where a.live_number is not null)::int as live,
                       count(*) filter (where a.stale_at <= :now)::int as stale,
                       count(*) filter (where a.live_number is null and a.open_number is null)::int as away
                  from knowledge.article a
                 where a.shop_id = :shop
                """)
                .param("shop", shop.value())
                .param("now", utc(now))
                .query(Rows.of(Counts.class))
                .single();
    }

    /** Those whose proposals were accepted most, first. */
    List<Credit> credits(ShopId shop) {
        return db.sql(
                        """
                select a.proposed_by as actor, count(*)::int as proposed, count(a.accepted_at)::int as accepted,
                       coalesce(sum(a.helped) filter (where a.accepted_at is not null), 0)::int as helped
                  from knowledge.article a
                 where a.shop_id = :shop and a.proposed_by is not null
                 group by a.proposed_by
                 order by accepted desc, proposed desc, actor
                 limit 100
                """)
                .param("shop", shop.value())
                .query(Rows.of(Credit.class))
                .list();
    }

    Optional<Article.Version> version(ShopId shop, UUID article, @Nullable Integer number) {
        return db.sql(
                        VERSION
                                + """
                 where v.shop_id = :shop and v.article_id = :article and v.number = cast(:number as int)
                """)
                .param("shop", shop.value())
                .param("article", article)
                .param("number", number)
                .query(Rows.of(Article.Version.class))
                .optional();
    }

    /** Newest first. */
    Page<Article.Version> versions(ShopId shop, UUID article, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 1);
        var rows =
                db.sql(
                                VERSION
                                        + """
                                         where v.shop_id = :shop and v.article_id = :article and v.number < :before
                                         order by v.number desc
                                         limit :limit
                                        """)
                        .param("shop", shop.value())
                        .param("article", article)
                        .param("before", cursor == null ? Integer.MAX_VALUE : cursor.number(0))
                        .param("limit", size + 1)
                        .query(Rows.of(Article.Version.class))
                        .list();
        return Page.of(rows, size, version -> Cursor.at(version.number()));
    }

    /** False when the id is taken in this shop. */
    boolean add(ShopId shop, Article article) {
        return db.sql(
                                """
                insert into knowledge.article
                       (shop_id, id, kind, language, question, revision, proposed_by, proposed_in, fresh_days,
                        created_by, created_at, changed_at)
                values (:shop, :id, :kind, :language, :question, :revision, :proposedBy, :proposedIn, :freshDays,
                        :createdBy, :at, :at)
                on conflict do nothing
                """)
                        .param("shop", shop.value())
                        .param("id", article.id())
                        .param("kind", article.kind().name())
                        .param("language", article.language())
                        .param("question", article.question())
                        .param("revision", article.revision())
                        .param("proposedBy", article.proposedBy())
                        .param("proposedIn", article.proposedIn())
                        .param("freshDays", article.freshDays())
                        .param("createdBy", article.createdBy())
                        .param("at", utc(article.createdAt()))
                        .update()
                == 1;
    }

    /** Writes {@code article} over revision {@code seen}; false when somebody else was faster. */
    boolean change(ShopId shop, int seen, Article article) {
        return db.sql(
                                """
                update knowledge.article
                   set kind = :kind, question = :question, revision = :seen + 1, live_number = cast(:live as int),
                       open_number = cast(:open as int), in_review = :inReview,
                       accepted_at = cast(:acceptedAt as timestamptz), fresh_days = :freshDays,
                       confirmed_by = :confirmedBy, confirmed_at = cast(:confirmedAt as timestamptz),
                       stale_at = cast(:staleAt as timestamptz), changed_at = :changedAt
                 where shop_id = :shop and id = :id and revision = :seen
                """)
                        .param("shop", shop.value())
                        .param("id", article.id())
                        .param("seen", seen)
                        .param("kind", article.kind().name())
                        .param("question", article.question())
                        .param("live", article.liveNumber())
                        .param("open", article.openNumber())
                        .param("inReview", article.inReview())
                        .param("acceptedAt", orNull(article.acceptedAt()))
                        .param("freshDays", article.freshDays())
                        .param("confirmedBy", article.confirmedBy())
                        .param("confirmedAt", orNull(article.confirmedAt()))
                        .param("staleAt", orNull(article.staleAt()))
                        .param("changedAt", utc(article.changedAt()))
                        .update()
                == 1;
    }

    /** An article of which nothing ever was live and nothing is left. */
    void delete(ShopId shop, UUID id) {
        db.sql("delete from knowledge.article a where a.shop_id = :shop and a.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    void deleteVersion(ShopId shop, UUID article, int number) {
        db.sql(
                        """
                delete from knowledge.version v
                 where v.shop_id = :shop and v.article_id = :article and v.number = :number
                """)
                .param("shop", shop.value())
                .param("article", article)
                .param("number", number)
                .update();
    }

    int lastNumber(ShopId shop, UUID article) {
        return db.sql(
                        """
                select coalesce(max(v.number), 0)
                  from knowledge.version v
                 where v.shop_id = :shop and v.article_id = :article
                """)
                .param("shop", shop.value())
                .param("article", article)
                .query(Integer.class)
                .single();
    }

    void write(
            ShopId shop, UUID article, int number, Article.Text text, String author, Instant at) {
        db.sql(
                        """
                insert into knowledge.version as v
                       (shop_id, article_id, number, question, phrasings, answer, audience, products, valid_from,
                        valid_until, authors, written_at)
                values (:shop, :article, :number, :question, :phrasings, :answer, :audience, :products,
                        cast(:from as timestamptz), cast(:until as timestamptz), array[:author], :at)
                on conflict (shop_id, article_id, number) do update
                   set question = excluded.question, phrasings = excluded.phrasings, answer = excluded.answer,
                       audience = excluded.audience, products = excluded.products, valid_from = excluded.valid_from,
                       valid_until = excluded.valid_until, written_at = excluded.written_at,
                       authors = case when :author = any(v.authors) then v.authors else v.authors || :author end,
                       submitted_by = null, submitted_at = null
                """)
                .param("shop", shop.value())
                .param("article", article)
                .param("number", number)
                .param("question", text.question())
                .param("phrasings", text.phrasings().toArray(String[]::new))
                .param("answer", text.answer())
                .param("audience", text.audience().name())
                .param("products", text.products().toArray(String[]::new))
                .param("from", orNull(text.validFrom()))
                .param("until", orNull(text.validUntil()))
                .param("author", author)
                .param("at", utc(at))
                .update();
    }

    void submitted(ShopId shop, UUID article, int number, String by, Instant at) {
        db.sql(
                        """
                update knowledge.version
                   set submitted_by = :by, submitted_at = :at, reviewed_by = null, reviewed_at = null,
                       approved = null, note = null
                 where shop_id = :shop and article_id = :article and number = :number
                """)
                .param("shop", shop.value())
                .param("article", article)
                .param("number", number)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    record Verdict(boolean approved, @Nullable String note, String by, Instant at) {}

    void reviewed(ShopId shop, UUID article, int number, Verdict verdict) {
        db.sql(
                        """
                update knowledge.version
                   set reviewed_by = :by, reviewed_at = :at, approved = :approved, note = :note
                 where shop_id = :shop and article_id = :article and number = :number
                """)
                .param("shop", shop.value())
                .param("article", article)
                .param("number", number)
                .param("by", verdict.by())
                .param("at", utc(verdict.at()))
                .param("approved", verdict.approved())
                .param("note", verdict.note())
                .update();
    }

    /** What is live in the shop has changed. */
    void nextEdition(ShopId shop) {
        db.sql(
                        """
                insert into knowledge.edition as e (shop_id, number)
                values (:shop, 1)
                on conflict (shop_id) do update set number = e.number + 1
                """)
                .param("shop", shop.value())
                .update();
    }

    /** Counts a use once; false when it was told before with the same outcome. */
    boolean use(ShopId shop, UUID article, UUID id, Article.Use use) {
        var before =
                db.sql(
                                """
                select u.outcome
                  from knowledge.article_use u
                 where u.shop_id = :shop and u.article_id = :article and u.id = :id
                   for update
                """)
                        .param("shop", shop.value())
                        .param("article", article)
                        .param("id", id)
                        .query((row, n) -> Article.Outcome.valueOf(row.getString("outcome")))
                        .optional();
        if (before.isPresent() && before.get() == use.outcome()) {
            return false;
        }
        db.sql(
                        """
                insert into knowledge.article_use
                       (shop_id, article_id, id, place, outcome, conversation, actor, at)
                values (:shop, :article, :id, :place, :outcome, cast(:conversation as uuid), :actor, :at)
                on conflict (shop_id, article_id, id) do update set outcome = excluded.outcome, at = excluded.at
                """)
                .param("shop", shop.value())
                .param("article", article)
                .param("id", id)
                .param("place", use.place().name())
                .param("outcome", use.outcome().name())
                .param("conversation", use.conversation())
                .param("actor", use.actor())
                .param("at", utc(use.at()))
                .update();
        db.sql(
                        """
                update knowledge.article
                   set used = used + :first,
                       helped = helped + (case when :outcome = 'HELPED' then 1 else 0 end)
                                       - (case when :before = 'HELPED' then 1 else 0 end),
                       not_helped = not_helped + (case when :outcome = 'NOT_HELPED' then 1 else 0 end)
                                       - (case when :before = 'NOT_HELPED' then 1 else 0 end),
                       last_used_at = :at
                 where shop_id = :shop and id = :article
                """)
                .param("shop", shop.value())
                .param("article", article)
                .param("first", before.isEmpty() ? 1 : 0)
                .param("outcome", use.outcome().name())
                .param("before", before.map(Enum::name).orElse(""))
                .param("at", utc(use.at()))
                .update();
        return true;
    }

    /** Newest first. */
    List<Article.Use> uses(ShopId shop, UUID article, int most) {
        return db.sql(
                        """
                select u.place, u.outcome, u.conversation, u.actor, u.at
                  from knowledge.article_use u
                 where u.shop_id = :shop and u.article_id = :article
                 order by u.at desc
                 limit :most
                """)
                .param("shop", shop.value())
                .param("article", article)
                .param("most", most)
                .query(Rows.of(Article.Use.class))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
