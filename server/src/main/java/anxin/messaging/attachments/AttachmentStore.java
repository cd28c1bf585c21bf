package anxin.messaging.attachments;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.messaging.Attachments.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of the files: each as it was sent, and the content that many may share. */
@Component
class AttachmentStore {

    /**
     * A file as it was sent.
     *
     * @param hash of its content; null while that is not here
     * @param trouble why we do not keep it
     * @param state of the content
     * @param finding what the scanner said
     */
    record Row(
            String shopId,
            UUID id,
            String owner,
            String name,
            @Nullable String hash,
            @Nullable String source,
            @Nullable String trouble,
            @Nullable String type,
            @Nullable Long bytes,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String state,
            @Nullable String finding) {

        boolean isReady() {
            return "CLEAN".equals(state);
        }

        String typeOrUnknown() {
            return type == null ? ContentType.UNKNOWN : type;
        }

        String hashOrThrow() {
            if (hash == null) {
                throw new IllegalStateException("the content of " + id + " is not here");
            }
            return hash;
        }
    }

    private static final String COLUMNS =
            """
            select a.shop_id, a.id, a.owner, a.name, a.hash, a.source, a.trouble, f.type, f.bytes, f.width, f.height,
                   f.state, f.finding
              from messaging.attachment a
              left join messaging.stored_file f on f.shop_id = a.shop_id and f.hash = a.hash
            """;

    private final JdbcClient db;

    AttachmentStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Row> find(ShopId shop, UUID id) {
        return db.sql(COLUMNS + " where a.shop_id = :shop and a.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Row.class))
                .optional();
    }

    List<Row> all(ShopId shop, Collection<UUID> ids) {
        return db.sql(COLUMNS + " where a.shop_id = :shop and a.id = any(:ids)")
                .param("shop", shop.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(Row.class))
                .list();
    }

    /** The content, kept from whoever would remove it to the end of the transaction. */
    void hold(ShopId shop, Prepared content, boolean unscanned, Instant now) {
        db.sql(
                        """
                insert into messaging.stored_file as f
                       (shop_id, hash, type, bytes, width, height, state, next_at, at)
                values (:shop, :hash, :type, :bytes, cast(:width as int), cast(:height as int), :state, :now, :now)
                on conflict (shop_id, hash) do update set at = excluded.at
                """)
                .param("shop", shop.value())
                .param("hash", content.hash())
                .param("type", content.type())
                .param("bytes", content.bytes().length)
                .param("width", content.width())
                .param("height", content.height())
                .param("state", unscanned ? "UNSCANNED" : "CLEAN")
                .param("now", utc(now))
                .update();
    }

    /** A file as it was sent; the same id again changes nothing. */
    record Sent(
            ShopId shop,
            UUID id,
            String owner,
            String name,
            @Nullable String hash,
            @Nullable String source,
            boolean trusted,
            @Nullable String trouble) {}

    void add(Sent file, Instant now) {
        db.sql(
                        """
                insert into messaging.attachment (shop_id, id, owner, name, hash, source, trusted, trouble, next_at, at)
                values (:shop, :id, :owner, :name, :hash, :source, :trusted, :trouble, :now, :now)
                on conflict (shop_id, id) do nothing
                """)
                .param("shop", file.shop().value())
                .param("id", file.id())
                .param("owner", file.owner())
                .param("name", file.name())
                .param("hash", file.hash())
                .param("source", file.source())
                .param("trusted", file.trusted())
                .param("trouble", file.trouble())
                .param("now", utc(now))
                .update();
    }

    void use(List<Use> uses) {
        db.sql(
                        """
                update messaging.attachment a set about = u.about
                  from unnest(:shops, :ids, :abouts) as u (shop_id, id, about)
                 where a.shop_id = u.shop_id and a.id = u.id and a.about is null
                """)
                .param("shops", uses.stream().map(one -> one.shop().value()).toArray(String[]::new))
                .param("ids", uses.stream().map(Use::id).toArray(UUID[]::new))
                .param("abouts", uses.stream().map(Use::about).toArray(String[]::new))
                .update();
    }

    /** Something whose turn has come, kept from every other node for a while. */
    record Due(
            String shopId,
            UUID id,
            String owner,
            String name,
            String source,
            boolean trusted,
            int attempts) {}

    Optional<Due> takeToFetch(Instant now, Duration lease) {
        return db.sql(
                        """
                update messaging.attachment a
                   set attempts = a.attempts + 1, next_at = :until
                 where (a.shop_id, a.id) = (select d.shop_id, d.id from messaging.attachment d
                                             where d.hash is null and d.trouble is null and d.next_at <= :now
                                             order by d.next_at, d.id
                                             limit 1
                                               for update skip locked)
                returning a.shop_id, a.id, a.owner, a.name, a.source, a.trusted, a.attempts
                """)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(Rows.of(Due.class))
                .optional();
    }

    void fetched(ShopId shop, UUID id, String name, String hash) {
        db.sql(
                        "update messaging.attachment set hash = :hash, name = :name where shop_id = :shop and id = :id")
                .param("hash", hash)
                .param("name", name)
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    void notFetched(ShopId shop, UUID id, @Nullable String trouble, Instant nextAt) {
        db.sql(
                        """
                update messaging.attachment set trouble = :trouble, next_at = :next
                 where shop_id = :shop and id = :id and hash is null
                """)
                .param("trouble", trouble)
                .param("next", utc(nextAt))
                .param("shop", shop.value())
                .param("id", id)
                .update();
    }

    record ToScan(String shopId, String hash, int attempts) {}

    Optional<ToScan> takeToScan(Instant now, Duration lease) {
        return db.sql(
                        """
                update messaging.stored_file f
                   set attempts = f.attempts + 1, next_at = :until
                 where (f.shop_id, f.hash) = (select d.shop_id, d.hash from messaging.stored_file d
                                               where d.state = 'UNSCANNED' and d.next_at <= :now
                                               order by d.next_at, d.hash
                                               limit 1
                                                 for update skip locked)
                returning f.shop_id, f.hash, f.attempts
                """)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(Rows.of(ToScan.class))
                .optional();
    }

    void judged(ShopId shop, String hash, String state, @Nullable String finding, Instant nextAt) {
        db.sql(
                        """
                update messaging.stored_file set state = :state, finding = :finding, next_at = :next
                 where shop_id = :shop and hash = :hash
                """)
                .param("state", state)
                .param("finding", finding)
                .param("next", utc(nextAt))
                .param("shop", shop.value())
                .param("hash", hash)
                .update();
    }

    /** Nobody is set up to look at them any more. */
    void letAllPass() {
        db.sql("update messaging.stored_file set state = 'CLEAN' where state = 'UNSCANNED'")
                .update();
    }

    /** What the files of this content are about. */
    List<@Nullable String> aboutOf(ShopId shop, String hash) {
        return db.sql(
                        """
                select distinct a.about from messaging.attachment a
                 where a.shop_id = :shop and a.hash = :hash and a.about is not null
                """)
                .param("shop", shop.value())
                .param("hash", hash)
                .query(String.class)
                .list();
    }

    Optional<String> aboutOf(ShopId shop, UUID id) {
        return db.sql(
                        "select a.about from messaging.attachment a where a.shop_id = :shop and a.id = :id and a.about is not null")
                .param("shop", shop.value())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
