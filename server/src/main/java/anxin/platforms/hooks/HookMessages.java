package anxin.platforms.hooks;

import anxin.kernel.ShopId;
import anxin.kernel.upkeep.Chore;
import anxin.platforms.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages heard so far, so that one that comes again is known for as long as they are kept.
 */
@Component
class HookMessages implements Chore {

    private final JdbcClient db;
    private final Duration kept;

    HookMessages(JdbcClient db, @Value("${anxin.keep.hook-deliveries:30d}") Duration kept) {
        this.db = db;
        this.kept = kept;
    }

    /** False when it was heard before. */
    boolean hear(ShopId shop, Platform platform, String message, Instant now) {
        return db.sql(
                                """
                insert into platforms.hook_message (shop_id, platform, message_id, received_at)
                values (:shop, :platform, :message, :now)
                on conflict do nothing
                """)
                        .param("shop", shop.value())
                        .param("platform", platform.name())
                        .param("message", message)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public String name() {
        return "platforms.old-hook-messages";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from platforms.hook_message
                 where ctid in (select m.ctid from platforms.hook_message m
                                 where m.received_at < :before
                                 order by m.received_at limit :most for update skip locked)
                """)
                .param("before", now.minus(kept).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
