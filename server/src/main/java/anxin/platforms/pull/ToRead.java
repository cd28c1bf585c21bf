package anxin.platforms.pull;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import anxin.platforms.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that are to be read one by one: one row each, however often it is wished. */
@Component
public class ToRead {

    /**
     * @param wish a greater one was made meanwhile when it is no longer this
     */
    record Item(String shopId, Platform platform, String externalId, long wish, int attempts) {

        ShopId shop() {
            return new ShopId(shopId);
        }
    }

    private final JdbcClient db;

    ToRead(JdbcClient db) {
        this.db = db;
    }

    public void wish(ShopId shop, Platform platform, Collection<String> ids, Instant now) {
        put(shop, platform, ids, null, now, now);
    }

    /** It was read, and could not be taken. */
    void wishAgain(ShopId shop, Platform platform, String id, String why, Instant now) {
        put(shop, platform, List.of(id), why, now, now.plus(Backoff.after(1)));
    }

    private void put(
            ShopId shop,
            Platform platform,
            Collection<String> ids,
            @Nullable String why,
            Instant now,
            Instant next) {
        db.sql(
                        """
                insert into platforms.to_read as r (shop_id, platform, external_id, wanted_at, next_at, trouble)
                select :shop, :platform, i.id, :now, :next, :why from unnest(:ids) as i (id) order by i.id
                on conflict (shop_id, platform, external_id) do update
                   set wish = r.wish + 1, next_at = least(r.next_at, excluded.next_at),
                       trouble = coalesce(excluded.trouble, r.trouble)
                """)
                .param("shop", shop.value())
                .param("platform", platform.name())
                .param("ids", ids.stream().distinct().toArray(String[]::new))
                .param("now", utc(now))
                .param("next", utc(next))
                .param("why", why)
                .update();
    }

    public long backlog(ShopId shop, Platform platform, int most) {
        return db.sql(
                        """
                select count(*) from (select 1 from platforms.to_read r
                                       where r.shop_id = :shop and r.platform = :platform limit :most) as waiting
                """)
                .param("shop", shop.value())
                .param("platform", platform.name())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    Optional<Item> take(Instant now, Duration lease) {
        return db.sql(
                        """
                update platforms.to_read r
                   set next_at = :until, attempts = r.attempts + 1
                 where (r.shop_id, r.platform, r.external_id) in (
                       select d.shop_id, d.platform, d.external_id
                         from platforms.to_read d
                         join platforms.connection c on c.shop_id = d.shop_id and c.platform = d.platform
                        where d.next_at <= :now and not c.paused
                        order by d.next_at
                        limit 1
                          for update of d skip locked)
                returning r.shop_id, r.platform, r.external_id, r.wish, r.attempts
                """)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(Rows.of(Item.class))
                .optional();
    }

    /** Read and taken; a wish made meanwhile stays and is due now. */
    void done(Item item, Instant now) {
        db.sql(
                        """
                delete from platforms.to_read
                 where shop_id = :shop and platform = :platform and external_id = :id and wish = :wish
                """)
                .param("shop", item.shopId())
                .param("platform", item.platform().name())
                .param("id", item.externalId())
                .param("wish", item.wish())
                .update();
        later(item, null, now);
    }

    void later(Item item, @Nullable String trouble, Instant next) {
        db.sql(
                        """
                update platforms.to_read r
                   set next_at = :next, trouble = :trouble
                 where r.shop_id = :shop and r.platform = :platform and r.external_id = :id
                """)
                .param("shop", item.shopId())
                .param("platform", item.platform().name())
                .param("id", item.externalId())
                .param("next", utc(next))
                .param("trouble", trouble)
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
