package anxin.aftersales.rulebook;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Trials are looked at while a draft is written, and nobody misses them later. */
@Component
class OldTrials implements Chore {

    private static final Duration KEPT = Duration.ofDays(30);

    private final TrialStore store;

    OldTrials(TrialStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "aftersales.old-policy-trials";
    }

    @Override
    public int sweep(Instant now, int most) {
        return store.removeEndedBefore(now.minus(KEPT), most);
    }
}
