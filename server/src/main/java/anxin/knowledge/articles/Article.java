package anxin.knowledge.articles;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article with what is live of it and what is being written.
 *
 * @param question that of its newest version
 * @param openNumber the version that is being written or looked at; null is none
 * @param inReview whether the open version waits for a second person
 * @param staleAt until when the live version counts as true unless somebody confirms it
 */
record Article(
        UUID id,
        Kind kind,
        String language,
        String question,
        int revision,
        @Nullable Integer liveNumber,
        @Nullable Integer openNumber,
        boolean inReview,
        @Nullable String proposedBy,
        @Nullable UUID proposedIn,
        @Nullable Instant acceptedAt,
        int freshDays,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant staleAt,
        int used,
        int helped,
        int notHelped,
        @Nullable Instant lastUsedAt,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {

    enum Kind {
        /** One question in many phrasings. */
        FAQ,
        /** A longer text. */
        ARTICLE
    }

    /** What is written of an article. */
    record Text(
            String question,
            List<String> phrasings,
            String answer,
            Audience audience,
            List<String> products,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {}

    /**
     * One version, with who had a hand in it.
     *
     * @param approved null until somebody has looked at it
     */
    record Version(
            int number,
            String question,
            List<String> phrasings,
            String answer,
            Audience audience,
            List<String> products,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            List<String> authors,
            Instant writtenAt,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable Boolean approved,
            @Nullable String note) {}

    /** Where somebody made use of an article. */
    record Use(
            Place place, Outcome outcome, @Nullable UUID conversation, String actor, Instant at) {}

    enum Place {
        DESK,
        HELP_CENTRE,
        BOT
    }

    enum Outcome {
        USED,
        HELPED,
        NOT_HELPED
    }

    boolean isLive() {
        return liveNumber != null;
    }

    boolean isStale(Instant now) {
        return staleAt != null && !staleAt.isAfter(now);
    }

    /** A proposal that nobody has accepted yet. */
    boolean isProposal() {
        return proposedBy != null && acceptedAt == null;
    }
}
