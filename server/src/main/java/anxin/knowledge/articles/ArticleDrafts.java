package anxin.knowledge.articles;

import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.knowledge.articles.Article.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles that others begin, and when one went live. */
@Component
public class ArticleDrafts {

    /** What is known of an article that somebody has to write. */
    public record Begun(String language, String question, List<String> phrasings, String answer) {}

    private final Library library;
    private final JdbcClient db;

    ArticleDrafts(Library library, JdbcClient db) {
        this.library = library;
        this.db = db;
    }

    /** A draft for somebody to finish; the id again begins nothing new. */
    public void begin(Caller caller, ShopId shop, UUID id, Begun begun) {
        var text =
                new Article.Text(
                        begun.question(),
                        begun.phrasings(),
                        begun.answer(),
                        Audience.CUSTOMER,
                        List.of(),
                        null,
                        null);
        library.begin(
                caller,
                shop,
                id,
                new Library.Writing(Kind.FAQ, begun.language(), Library.FRESH_DAYS, text));
    }

    /** Since when customers can read it. */
    public Optional<Instant> liveSince(ShopId shop, UUID id) {
        return db.sql(
                        """
                select min(v.reviewed_at) as since
                  from knowledge.article a
                  join knowledge.version v
                    on v.shop_id = a.shop_id and v.article_id = a.id and v.approved
                 where a.shop_id = :shop and a.id = :id and a.live_number is not null
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
