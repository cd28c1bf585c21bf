package anxin.scripts.library;

import anxin.kernel.review.Reviewed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shop made of one script in one language: its own, or laid over a shipped one.
 *
 * @param liveNumber 0 is the shipped wording
 */
record Script(
        String key,
        String language,
        int revision,
        @Nullable Integer liveNumber,
        @Nullable Integer openNumber,
        boolean inReview,
        int freshDays,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant staleAt,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {

    static final int SHIPPED = 0;

    /** One version of a shop's, with who had a hand in it. */
    record Version(
            int number,
            String scene,
            List<String> intents,
            Wording.Mood emotion,
            Wording.Tone tone,
            Wording.Channel channel,
            Wording.State state,
            String text,
            List<String> authors,
            Instant writtenAt,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable Boolean approved,
            @Nullable String note)
            implements Reviewed.Written {

        Wording wording() {
            return new Wording(scene, intents, emotion, tone, channel, state, text);
        }
    }

    Reviewed stands() {
        return new Reviewed(
                freshDays, liveNumber, openNumber, inReview, confirmedBy, confirmedAt, staleAt);
    }

    Script standing(Reviewed now, Instant at) {
        return new Script(
                key,
                language,
                revision,
                now.liveNumber(),
                now.openNumber(),
                now.inReview(),
                now.freshDays(),
                now.confirmedBy(),
                now.confirmedAt(),
                now.staleAt(),
                createdBy,
                createdAt,
                at);
    }
}
