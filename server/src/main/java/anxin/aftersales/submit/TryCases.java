package anxin.aftersales.submit;

import anxin.aftersales.cases.CaseState;
import anxin.aftersales.policy.Decision;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the rules what they would say to a wish, on the order as it is now; nothing is kept. */
@Component
public class TryCases {

    /**
     * @param decision null where the wish is answered by the case {@code existing}
     */
    public record Tried(
            @Nullable Decision decision,
            CaseState state,
            long refundMinor,
            String currency,
            Instant by,
            @Nullable String existing) {}

    private final SubmitCases submit;
    private final Auditor auditor;
    private final Clock clock;

    TryCases(SubmitCases submit, Auditor auditor, Clock clock) {
        this.submit = submit;
        this.auditor = auditor;
        this.clock = clock;
    }

    /** Empty when the order is not there or not the customer's. */
    @Transactional(readOnly = true)
    public Optional<Tried> attempt(Wish wish) {
        var now = clock.instant();
        return submit.seen(wish, now)
                .map(
                        order ->
                                switch (auditor.open(wish, order, now)) {
                                    case Auditor.Answer.Open open -> tried(open.opened());
                                    case Auditor.Answer.Existing existing ->
                                            new Tried(
                                                    null,
                                                    CaseState.SUBMITTED,
                                                    0,
                                                    order.order().currency(),
                                                    now,
                                                    existing.caseId());
                                });
    }

    private static Tried tried(Auditor.Opened opened) {
        var row = opened.row();
        return new Tried(
                opened.decision(),
                CaseState.valueOf(row.state()),
                row.refundable_minor(),
                row.currency(),
                row.deadline_at(),
                null);
    }
}
