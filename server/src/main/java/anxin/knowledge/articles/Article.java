package anxin.knowledge.articles;

import anxin.kernel.review.Reviewed;
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
            @Nullable String note)
            implements Reviewed.Written {}

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
        return stands().isStale(now);
    }

    Reviewed stands() {
        return new Reviewed(
                freshDays, liveNumber, openNumber, inReview, confirmedBy, confirmedAt, staleAt);
    }

    Article standing(Reviewed now) {
        return with(kind, question, now, acceptedAt, changedAt);
    }

    Article called(Kind newKind, String newQuestion) {
        return with(newKind, newQuestion, stands(), acceptedAt, changedAt);
    }

    Article accepted(Instant at) {
        return with(kind, question, stands(), at, changedAt);
    }

    Article changed(Instant at) {
        return with(kind, question, stands(), acceptedAt, at);
    }

    private Article with(
            Kind newKind,
            String newQuestion,
            Reviewed now,
            @Nullable Instant accepted,
            Instant changed) {
        return new Article(
                id,
                newKind,
                language,
                newQuestion,
                revision,
                now.liveNumber(),
                now.openNumber(),
                now.inReview(),
                proposedBy,
                proposedIn,
                accepted,
                now.freshDays(),
                now.confirmedBy(),
                now.confirmedAt(),
                now.staleAt(),
                used,
                helped,
                notHelped,
                lastUsedAt,
                createdBy,
                createdAt,
                changed);
    }

    /** A proposal that nobody has accepted yet. */
    boolean isProposal() {
        return proposedBy != null && acceptedAt == null;
    }
}
