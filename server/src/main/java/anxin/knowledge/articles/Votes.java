package anxin.knowledge.articles;

import anxin.kernel.ShopId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What readers who are not signed in say of an article: each address once a day. */
@Component
public class Votes {

    private static final String READER = "visitor";

    private final Library library;
    private final Clock clock;

    Votes(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    public void take(ShopId shop, String article, String address, boolean helped) {
        var now = clock.instant();
        var once = address + "/" + LocalDate.ofInstant(now, ZoneOffset.UTC);
        library.use(
                shop,
                UUID.fromString(article),
                UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8)),
                new Article.Use(
                        Article.Place.HELP_CENTRE,
                        helped ? Article.Outcome.HELPED : Article.Outcome.NOT_HELPED,
                        null,
                        READER,
                        now));
    }
}
