package anxin.aftersales.cases;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How long each state may last when a decision does not say otherwise: section 1.3 of the
 * after-sales specification.
 */
@Component
class StateTimes {

    private static final int URGENT = 1;

    private final PreparingTime preparing;

    StateTimes(PreparingTime preparing) {
        this.preparing = preparing;
    }

    Instant deadline(CaseRow of, CaseState state, Instant now) {
        var limit = limit(of, state);
        if (state == CaseState.REPLACEMENT_PREPARING) {
            var needed = preparing.of(of);
            return now.plus(needed.compareTo(limit) > 0 ? needed : limit);
        }
        return now.plus(limit);
    }

    private static Duration limit(CaseRow of, CaseState state) {
        var urgent = of.priority() >= URGENT;
        return switch (state) {
            case SUBMITTED -> Duration.ofSeconds(3);
            case NEED_EVIDENCE -> urgent ? Duration.ofHours(24) : Duration.ofHours(72);
            case IN_REVIEW ->
                    "EXPERT".equals(of.queue())
                            ? Duration.ofHours(2)
                            : urgent ? Duration.ofHours(1) : Duration.ofHours(4);
            case AWAITING_CHOICE -> Duration.ofHours(72);
            case REFUSED, WAIT_BUYER_RETURN, INSPECTION_DISPUTE -> Duration.ofHours(168);
            case WAIT_STORE_CONFIRM -> Duration.ofMinutes(30);
            case RETURN_IN_TRANSIT -> Duration.ofHours(72);
            case INSPECTING, REPLACEMENT_PREPARING -> Duration.ofHours(48);
            case WAIT_APPROVAL, REFUND_FAILED -> Duration.ofHours(4);
            case REFUNDING, HANDLING -> Duration.ofHours(24);
            case REPLACEMENT_SHIPPED -> Duration.ofDays(10);
            case REPAIRING -> Duration.ofDays(30);
            case PLATFORM_DISPUTE -> Duration.ofHours(72);
            case COMPLETED, CLOSED ->
                    throw new IllegalArgumentException(state + " is final and has no time limit");
        };
    }
}
