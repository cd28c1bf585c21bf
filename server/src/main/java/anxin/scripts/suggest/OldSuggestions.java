package anxin.scripts.suggest;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What was offered more than a year ago is counted and needed no more. */
@Component
class OldSuggestions implements Chore {

    private static final Duration KEPT = Duration.ofDays(400);

    private final SuggestionStore store;

    OldSuggestions(SuggestionStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "scripts.suggestions";
    }

    @Override
    public int sweep(Instant now, int most) {
        return store.forget(now.minus(KEPT), most);
    }
}
