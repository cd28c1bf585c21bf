package anxin.identity.keys;

import anxin.kernel.upkeep.Chore;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that worked once and would be too old to work again. */
@Component
class SpentTokens implements Chore {

    private final JdbcClient db;

    SpentTokens(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "identity.spent-tokens";
    }

    @Override
    public int sweep(Instant now, int most) {
        return db.sql(
                        """
                delete from identity.spent_token
                 where (shop_id, jti) in (select t.shop_id, t.jti from identity.spent_token t
                                           where t.expires_at < :now
                                           order by t.expires_at
                                           limit :most
                                             for update skip locked)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
