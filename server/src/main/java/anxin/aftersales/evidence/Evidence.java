package anxin.aftersales.evidence;

import anxin.kernel.ShopId;
import anxin.kernel.files.Photo;
import anxin.kernel.files.WholeFile;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import anxin.kernel.wire.Hmac;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Photos kept beside the database: the row says whose and of which case, the file holds the
 * picture.
 */
@Component
public class Evidence {

    /** One kept photo. {@code owner} is the actor who sent it. */
    public record Item(
            UUID id, String kind, String file, int width, int height, String owner, Instant at) {}

    /** The columns of {@link Item}, with the alias {@code e}. */
    public static final String COLUMNS = "e.id, e.kind, e.file, e.width, e.height, e.owner, e.at";

    private final JdbcClient db;
    private final Clock clock;
    private final Path folder;

    Evidence(JdbcClient db, Clock clock, @Value("${anxin.home}") Path home) {
        this.db = db;
        this.clock = clock;
        this.folder = home.toAbsolutePath().resolve("files").resolve("evidence");
    }

    /**
     * The same id again keeps what is there: an upload repeated after a lost answer is one photo.
     */
    public Item keep(ShopId shop, UUID id, String owner, byte[] upload) {
        if (upload.length > Photo.LARGEST_BYTES) {
            throw Problem.refused(
                            "picture-too-large", "图片不能超过12MB", "A picture may have 12 MB at most")
                    .as(413);
        }
        var before = find(shop, id);
        if (before.isPresent()) {
            if (!before.get().owner().equals(owner)) {
                throw Problem.missing("evidence");
            }
            return before.get();
        }
        var photo = Photo.of(upload);
        var file = shop + "/" + id.toString().substring(0, 2) + "/" + id + ".jpg";
        WholeFile.write(folder.resolve(file), photo.jpeg());
        db.sql(
                        """
                insert into aftersales.evidence (shop_id, id, owner, kind, hash, file, width, height, bytes, at)
                values (:shop, :id, :owner, 'PHOTO', :hash, :file, :width, :height, :bytes, :at)
                on conflict (shop_id, id) do nothing
                """)
                .param("shop", shop.value())
                .param("id", id)
                .param("owner", owner)
                .param("hash", Hmac.digest(photo.jpeg()))
                .param("file", file)
                .param("width", photo.width())
                .param("height", photo.height())
                .param("bytes", photo.jpeg().length)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return find(shop, id).orElseThrow();
    }

    public Optional<Item> find(ShopId shop, UUID id) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from aftersales.evidence e
                 where e.shop_id = :shop and e.id = :id
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Item.class))
                .optional();
    }

    public Optional<Item> find(ShopId shop, UUID caseId, UUID id) {
        return ofCase(shop, caseId).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public List<Item> ofCase(ShopId shop, UUID caseId) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + """
                  from aftersales.evidence e
                 where e.shop_id = :shop and e.case_id = :case
                 order by e.at, e.id
                """)
                .param("shop", shop.value())
                .param("case", caseId)
                .query(Rows.of(Item.class))
                .list();
    }

    /** A 400 naming the first that is not there, not the owner's, or on another case already. */
    public void requireFree(ShopId shop, String owner, UUID caseId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var free =
                db.sql(
                                """
                select e.id from aftersales.evidence e
                 where e.shop_id = :shop and e.id = any(:ids) and e.owner = :owner
                   and (e.case_id is null or e.case_id = :case)
                """)
                        .param("shop", shop.value())
                        .param("ids", ids.toArray(UUID[]::new))
                        .param("owner", owner)
                        .param("case", caseId)
                        .query(UUID.class)
                        .set();
        int place = 0;
        for (var id : ids) {
            if (!free.contains(id)) {
                throw Problem.invalid(
                        "/evidence/" + place,
                        "该图片不存在或已用于其他申请，请重新上传",
                        "this photo is not there or belongs to another case; upload it again");
            }
            place++;
        }
    }

    public void attach(ShopId shop, UUID caseId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        db.sql(
                        "update aftersales.evidence e set case_id = :case where e.shop_id = :shop and e.id = any(:ids) and e.case_id is null")
                .param("case", caseId)
                .param("shop", shop.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    public Path path(Item item) {
        return folder.resolve(item.file());
    }
}
