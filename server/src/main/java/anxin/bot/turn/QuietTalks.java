package anxin.bot.turn;

import anxin.conversation.FirstLineTalks;
import anxin.kernel.upkeep.Chore;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A conversation with the bot in which nobody says anything for a day is over. */
@Component
class QuietTalks implements Chore {

    private static final Duration QUIET = Duration.ofHours(24);

    private final FirstLineTalks talks;
    private final Dialogues dialogues;

    QuietTalks(FirstLineTalks talks, Dialogues dialogues) {
        this.talks = talks;
        this.dialogues = dialogues;
    }

    @Override
    public String name() {
        return "bot.quiet-talks";
    }

    @Override
    public int sweep(Instant now, int most) {
        int closed = 0;
        for (var quiet : talks.idle(now.minus(QUIET), most)) {
            if (talks.lock(quiet.shop(), quiet.id()).filter(FirstLineTalks.Talk::own).isPresent()) {
                talks.close(quiet.shop(), quiet.id());
                dialogues.end(quiet.shop(), quiet.id(), now);
                closed++;
            }
        }
        return closed;
    }
}
