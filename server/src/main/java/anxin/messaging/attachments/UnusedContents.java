package anxin.messaging.attachments;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contents whose last file is gone. The row is locked while the content is removed: whoever keeps
 * the same content at this moment waits, and writes it anew.
 */
@Component
class UnusedContents implements Chore {

    /** A content is written before the file that uses it. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private record Content(String shopId, String hash) {}

    private final JdbcClient db;
    private final FileFolder folder;

    UnusedContents(JdbcClient db, FileFolder folder) {
        this.db = db;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "messaging.unused-contents";
    }

    @Override
    public int sweep(Instant now, int most) {
        var unused =
                db.sql(
                                """
                select f.shop_id, f.hash from messaging.stored_file f
                 where f.at < :before
                   and not exists (select 1 from messaging.attachment a
                                    where a.shop_id = f.shop_id and a.hash = f.hash)
                 limit :most
                   for update skip locked
                """)
                        .param("before", now.minus(YOUNG).atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .query(Rows.of(Content.class))
                        .list();
        for (var content : unused) {
            folder.remove(new ShopId(content.shopId()), content.hash());
            db.sql("delete from messaging.stored_file where shop_id = :shop and hash = :hash")
                    .param("shop", content.shopId())
                    .param("hash", content.hash())
                    .update();
        }
        return unused.size();
    }
}
