package anxin.knowledge.search;

import anxin.knowledge.articles.Audience;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer comes from.
 *
 * @param key an article's id, or the topic of a policy's answer
 * @param version of the article or of the policy
 * @param basis the law behind it, where it is a policy's answer
 */
public record Source(
        Kind kind,
        String key,
        int version,
        String question,
        String answer,
        @Nullable String basis,
        Audience audience,
        List<String> products,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant confirmedAt,
        @Nullable Instant staleAt) {

    public enum Kind {
        ARTICLE,
        POLICY,
        /** The attributes of products, as the catalogue has them. */
        PRODUCT
    }

    /** Whether {@code reader} may be shown it now. */
    boolean isFor(Audience reader, Instant now) {
        return (reader == Audience.STAFF || audience == Audience.CUSTOMER)
                && (validFrom == null || !validFrom.isAfter(now))
                && (validUntil == null || validUntil.isAfter(now));
    }

    public boolean isStale(Instant now) {
        return staleAt != null && !staleAt.isAfter(now);
    }
}
