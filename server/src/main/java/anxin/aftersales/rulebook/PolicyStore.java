package anxin.aftersales.rulebook;

import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of drafts, versions and their history. */
@Component
class PolicyStore {

    /** {@code authors} says who changed which place last, as JSON by pointer. */
    record Draft(
            int revision,
            int baseVersion,
            String document,
            String authors,
            String changedBy,
            Instant changedAt) {}

    record Version(
            int version,
            String document,
            Instant fromAt,
            String kind,
            @Nullable Integer restored,
            @Nullable String note,
            String publishedBy,
            Instant publishedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {}

    record Change(
            long seq,
            int version,
            String act,
            @Nullable String pointer,
            @Nullable String was,
            @Nullable String becomes,
            String author,
            String actor,
            Instant at) {}

    private static final String VERSION =
            """
            select v.version, v.document::text as document, v.from_at, v.kind, v.restored, v.note, v.published_by,
                   v.published_at, v.withdrawn_by, v.withdrawn_at
              from aftersales.policy_version v
            """;

    private final JdbcClient db;

    PolicyStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Draft> draft(ShopId shop) {
        return db.sql(
                        """
                select d.revision, d.base_version, d.document::text as document, d.authors::text as authors,
                       d.changed_by, d.changed_at
                  from aftersales.policy_draft d
                 where d.shop_id = :shop
                """)
                .param("shop", shop.value())
                .query(Rows.of(Draft.class))
                .optional();
    }

    /** False when somebody else has saved since {@code seen}. */
    boolean save(ShopId shop, int seen, Draft next) {
        return db.sql(
                                """
                insert into aftersales.policy_draft as d
                       (shop_id, revision, base_version, document, authors, changed_by, changed_at)
                select :shop, :revision, :base, :document::jsonb, :authors::jsonb, :by, :at
                 where :seen = 0 or exists (select 1 from aftersales.policy_draft p where p.shop_id = :shop)
                on conflict (shop_id)
                do update set revision = excluded.revision, document = excluded.document, authors = excluded.authors,
                              changed_by = excluded.changed_by, changed_at = excluded.changed_at
                 where d.revision = :seen
                """)
                        .param("shop", shop.value())
                        .param("revision", next.revision())
                        .param("base", next.baseVersion())
                        .param("document", next.document())
                        .param("authors", next.authors())
                        .param("by", next.changedBy())
                        .param("at", next.changedAt().atOffset(ZoneOffset.UTC))
                        .param("seen", seen)
                        .update()
                == 1;
    }

    boolean discard(ShopId shop, int seen) {
        return db.sql(
                                "delete from aftersales.policy_draft d where d.shop_id = :shop and d.revision = :seen")
                        .param("shop", shop.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Newest first, with those withdrawn. */
    Page<Version> versions(ShopId shop, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 1);
        var rows =
                db.sql(
                                VERSION
                                        + """
                 where v.shop_id = :shop and v.version < :below
                 order by v.version desc
                 limit :limit
                """)
                        .param("shop", shop.value())
                        .param("below", cursor == null ? Integer.MAX_VALUE : cursor.number(0))
                        .param("limit", size + 1)
                        .query(Rows.of(Version.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.version()));
    }

    Optional<Version> version(ShopId shop, int number) {
        return db.sql(VERSION + " where v.shop_id = :shop and v.version = :number")
                .param("shop", shop.value())
                .param("number", number)
                .query(Rows.of(Version.class))
                .optional();
    }

    /** Not begun yet, the next one first. */
    List<Version> planned(ShopId shop, Instant now) {
        return db.sql(
                        VERSION
                                + """
                 where v.shop_id = :shop and v.from_at > :now and v.withdrawn_at is null
                 order by v.from_at, v.version
                """)
                .param("shop", shop.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Version.class))
                .list();
    }

    int last(ShopId shop) {
        return db.sql(
                        "select coalesce(max(v.version), 1) from aftersales.policy_version v where v.shop_id = :shop")
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }

    /** False when the number is taken. */
    boolean publish(ShopId shop, Version version) {
        return db.sql(
                                """
                insert into aftersales.policy_version
                       (shop_id, version, document, from_at, kind, restored, note, published_by, published_at)
                values (:shop, :version, :document::jsonb, :from, :kind, :restored, :note, :by, :at)
                on conflict (shop_id, version) do nothing
                """)
                        .param("shop", shop.value())
                        .param("version", version.version())
                        .param("document", version.document())
                        .param("from", version.fromAt().atOffset(ZoneOffset.UTC))
                        .param("kind", version.kind())
                        .param("restored", version.restored())
                        .param("note", version.note())
                        .param("by", version.publishedBy())
                        .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when it has begun, or was withdrawn before. */
    boolean withdraw(ShopId shop, int number, String by, Instant now) {
        return db.sql(
                                """
                update aftersales.policy_version v
                   set withdrawn_by = :by, withdrawn_at = :now
                 where v.shop_id = :shop and v.version = :number and v.from_at > :now and v.withdrawn_at is null
                """)
                        .param("shop", shop.value())
                        .param("number", number)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void write(ShopId shop, Change change) {
        db.sql(
                        """
                insert into aftersales.policy_change (shop_id, version, act, pointer, was, becomes, author, actor, at)
                values (:shop, :version, :act, :pointer, :was::jsonb, :becomes::jsonb, :author, :actor, :at)
                """)
                .param("shop", shop.value())
                .param("version", change.version())
                .param("act", change.act())
                .param("pointer", change.pointer())
                .param("was", change.was())
                .param("becomes", change.becomes())
                .param("author", change.author())
                .param("actor", change.actor())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Page<Change> history(ShopId shop, @Nullable String after, int size) {
        var cursor = Cursor.decode(after, 1);
        var rows =
                db.sql(
                                """
                select c.seq, c.version, c.act, c.pointer, c.was::text as was, c.becomes::text as becomes, c.author, c.actor, c.at
                  from aftersales.policy_change c
                 where c.shop_id = :shop and c.seq < :below
                 order by c.seq desc
                 limit :limit
                """)
                        .param("shop", shop.value())
                        .param("below", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                        .param("limit", size + 1)
                        .query(Rows.of(Change.class))
                        .list();
        return Page.of(rows, size, row -> Cursor.at(row.seq()));
    }
}
