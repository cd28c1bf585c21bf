package anxin.platforms.connections;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the reading of each connection goes. */
@Component
class PullStates {

    /**
     * @param mark every change before it has been seen
     * @param backlog cases that are to be read one by one
     * @param stuck one of them that could not be taken, with why
     */
    record State(
            String platform,
            Instant mark,
            Instant nextAt,
            int failures,
            @Nullable String trouble,
            @Nullable String troubleKind,
            @Nullable Instant succeededAt,
            long seen,
            long backlog,
            @Nullable String stuckId,
            @Nullable String stuckTrouble) {}

    private final JdbcClient db;

    PullStates(JdbcClient db) {
        this.db = db;
    }

    Map<String, State> ofShop(ShopId shop) {
        return db
                .sql(
                        """
                select p.platform, p.mark, p.next_at, p.failures, p.trouble, p.trouble_kind, p.succeeded_at, p.seen,
                       (select count(*) from platforms.to_read r
                         where r.shop_id = p.shop_id and r.platform = p.platform) as backlog,
                       s.external_id as stuck_id, s.trouble as stuck_trouble
                  from platforms.pull p
                  left join lateral (
                       select r.external_id, r.trouble from platforms.to_read r
                        where r.shop_id = p.shop_id and r.platform = p.platform and r.trouble is not null
                        order by r.attempts desc limit 1) s on true
                 where p.shop_id = :shop
                """)
                .param("shop", shop.value())
                .query(Rows.of(State.class))
                .list()
                .stream()
                .collect(Collectors.toMap(State::platform, Function.identity()));
    }

    /** Whoever mended a connection does not wait for the next try. */
    void startAnew(Connection of, Instant now) {
        db.sql(
                        """
                update platforms.pull p
                   set next_at = :now, failures = 0, trouble = null, trouble_kind = null
                 where p.shop_id = :shop and p.platform = :platform
                """)
                .param("shop", of.shop().value())
                .param("platform", of.platform().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
