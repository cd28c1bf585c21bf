package anxin.bot.turn;

import anxin.kernel.loop.AfterCommit;
import anxin.kernel.loop.Bell;
import org.springframework.stereotype.Component;

/** Rings when a customer has said something to the bot. */
@Component
class TurnBell extends Bell {

    void ringAfterCommit() {
        AfterCommit.run(this::ring);
    }
}
