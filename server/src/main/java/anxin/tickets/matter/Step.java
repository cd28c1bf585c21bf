package anxin.tickets.matter;

import anxin.tickets.TicketOrigin.Proof;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a ticket. */
public record Step(
        int seq, @Nullable UUID id, Kind kind, String by, String text, Detail detail, Instant at) {

    public enum Kind {
        OPENED,
        NOTED,
        TRIAGED,
        FACTS_ADDED,
        GIVEN,
        ASKED,
        ASKED_BACK,
        REPLIED,
        ANSWERED,
        WITHDRAWN,
        PARTY_LATE,
        LATE,
        TOLD,
        CUSTOMER_ANSWERED,
        CONFIRMED,
        UNANSWERED,
        UNSOLVED,
        REOPENED
    }

    /**
     * What belongs to it.
     *
     * @param to whom it was given or whom it asks: an actor, {@code team:…}, a party
     * @param level how far up a missed limit went
     * @param transfer which request it belongs to
     * @param through how the customer was told
     */
    public record Detail(
            @Nullable Triage triage,
            @Nullable String to,
            @Nullable Integer level,
            @Nullable UUID transfer,
            @Nullable Through through,
            @Nullable List<Proof> proofs) {

        public static final Detail NONE = new Detail(null, null, null, null, null, null);

        public static Detail of(Triage triage) {
            return new Detail(triage, null, null, null, null, null);
        }

        public static Detail to(String to) {
            return new Detail(null, to, null, null, null, null);
        }

        public static Detail level(int level) {
            return new Detail(null, null, level, null, null, null);
        }

        public static Detail of(UUID transfer, String party, List<Proof> proofs) {
            return new Detail(null, party, null, transfer, null, proofs.isEmpty() ? null : proofs);
        }

        public static Detail through(Through through) {
            return new Detail(null, null, null, null, through, null);
        }
    }

    /** How the customer was told. */
    public enum Through {
        /** Where the matter came from. */
        ORIGIN,
        /** By telephone or face to face, by whoever says so. */
        SPOKEN
    }

    /** About to be written. */
    public record New(@Nullable UUID id, Kind kind, String by, String text, Detail detail) {}
}
