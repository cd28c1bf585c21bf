package anxin.bot.turn;

import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Turns that were answered a month ago. */
@Component
class OldTurns implements Chore {

    private static final Duration KEPT = Duration.ofDays(30);

    private final BotTurns turns;

    OldTurns(BotTurns turns) {
        this.turns = turns;
    }

    @Override
    public String name() {
        return "bot.old-turns";
    }

    @Override
    public int sweep(Instant now, int most) {
        return turns.removeEndedBefore(now.minus(KEPT), most);
    }
}
