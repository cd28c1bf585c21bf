package anxin.knowledge.gaps;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What was asked half a year ago says nothing about today. */
@Component
class OldQuestions implements Chore {

    private static final Duration KEPT = Duration.ofDays(180);

    private final AskedStore store;

    OldQuestions(AskedStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "knowledge.asked";
    }

    @Override
    public int sweep(Instant now, int most) {
        return store.forget(now.minus(KEPT), most);
    }
}
