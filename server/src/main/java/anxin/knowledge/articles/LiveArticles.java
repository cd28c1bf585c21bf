package anxin.knowledge.articles;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is live in a shop, for whoever looks for answers. */
@Repository
public class LiveArticles {

    /** An article as it is live. */
    public record Live(
            UUID id,
            int number,
            String language,
            String question,
            List<String> phrasings,
            String answer,
            Audience audience,
            List<String> products,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Instant confirmedAt,
            @Nullable Instant staleAt) {}

    private final JdbcClient db;

    LiveArticles(JdbcClient db) {
        this.db = db;
    }

    /** Counts the changes of what is live. */
    public long edition(ShopId shop) {
        return db.sql("select e.number from knowledge.edition e where e.shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    public List<Live> of(ShopId shop) {
        return db.sql(
                        """
                select a.id, v.number, a.language, v.question, v.phrasings, v.answer, v.audience, v.products,
                       v.valid_from, v.valid_until, a.confirmed_at, a.stale_at
                  from knowledge.article a
                  join knowledge.version v
                    on v.shop_id = a.shop_id and v.article_id = a.id and v.number = a.live_number
                 where a.shop_id = :shop
                 order by a.id
                """)
                .param("shop", shop.value())
                .query(Rows.of(Live.class))
                .list();
    }
}
