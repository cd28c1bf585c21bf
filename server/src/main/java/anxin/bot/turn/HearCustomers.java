package anxin.bot.turn;

import anxin.conversation.FirstLineTalks;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import anxin.kernel.fact.LiveReader;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears what customers say to the bot, twice: live on every node, to answer at once, and from the
 * log, so that nothing is missed. Either makes the same turn.
 */
@Component
class HearCustomers implements FactListener, LiveReader {

    private static final Logger log = LoggerFactory.getLogger(HearCustomers.class);

    private final FirstLineTalks talks;
    private final BotTurns turns;
    private final TurnBell bell;

    HearCustomers(FirstLineTalks talks, BotTurns turns, TurnBell bell) {
        this.talks = talks;
        this.turns = turns;
        this.bell = bell;
    }

    @Override
    public String name() {
        return "bot.hear-customers";
    }

    @Override
    public void on(Fact fact) {
        hear(List.of(fact));
    }

    @Override
    public void hear(List<Fact> facts) {
        var words = facts.stream().flatMap(fact -> talks.heard(fact).stream()).toList();
        if (!words.isEmpty() && turns.add(words) > 0) {
            bell.ringAfterCommit();
        }
    }

    /** Whatever goes wrong here is made good by the log. */
    @Override
    public void on(List<Fact> facts) {
        try {
            hear(facts);
        } catch (RuntimeException e) {
            log.warn("what customers said is heard from the log", e);
        }
    }
}
