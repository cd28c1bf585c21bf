package anxin.bot.turn;

import anxin.kernel.loop.Loop;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers turns, a few at once; of one conversation one after the other. */
@Component
class TakeTurns extends Loop {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whoever had it longer is gone. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final BotTurns turns;
    private final TakeTurn turn;
    private final TurnBell bell;
    private final Clock clock;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TakeTurns(
            BotTurns turns,
            TakeTurn turn,
            TurnBell bell,
            Clock clock,
            @Value("${anxin.bot.at-once:4}") int atOnce,
            @Value("${anxin.background:true}") boolean background) {
        super("bot-turns", PAUSE, PATIENCE, bell, background);
        this.turns = turns;
        this.turn = turn;
        this.bell = bell;
        this.clock = clock;
        this.places = new Semaphore(atOnce);
    }

    @Override
    protected void round() throws InterruptedException {
        while (true) {
            places.acquire();
            var next = turns.take(clock.instant(), LEASE);
            if (next.isEmpty()) {
                places.release();
                return;
            }
            threads.execute(
                    () -> {
                        try {
                            turn.take(next.get());
                        } finally {
                            places.release();
                            bell.ring(); // the same conversation may have another
                        }
                    });
        }
    }

    /** All that can be answered now, one after the other; answers how many. */
    int runDue() {
        int done = 0;
        for (var next = turns.take(clock.instant(), LEASE);
                next.isPresent();
                next = turns.take(clock.instant(), LEASE)) {
            turn.take(next.get());
            done++;
        }
        return done;
    }
}
