package anxin.messaging.outbox;

import anxin.kernel.loop.AfterCommit;
import anxin.kernel.loop.Loop;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.channel.Way;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends what was written down, at least once: whoever dies between sending and noting it leaves a
 * row that another sends again, under the same id. A message whose channel is not set up waits and
 * is seen waiting.
 */
@Component
class Outbox extends Loop implements Messages {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** Longer than any channel may take, so that no other node sends while one is sending. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** With the pauses above: a little more than two days. */
    private static final int MOST_ATTEMPTS = 60;

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final OutboxStore store;
    private final List<Way> ways;
    private final Clock clock;

    @Autowired
    Outbox(
            OutboxStore store,
            List<Way> ways,
            Clock clock,
            @Value("${anxin.background:true}") boolean background) {
        super("outbox", PAUSE, PATIENCE, background);
        this.store = store;
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public void send(OutboundMessage message) {
        var state = way(message.channel()) == null ? "WAITING_FOR_CHANNEL" : "WAITING";
        store.add(UUID.randomUUID(), message, state, clock.instant());
        wakeAfterCommit();
    }

    private @Nullable Way way(OutboundMessage.Channel channel) {
        for (var way : ways) {
            if (way.takes(channel)) {
                return way;
            }
        }
        return null;
    }

    /** Sends everything that is due now; answers how many have left. */
    int sendDue() {
        var now = clock.instant();
        store.expire(now);
        store.release(
                Arrays.stream(OutboundMessage.Channel.values())
                        .filter(channel -> way(channel) != null)
                        .toList());
        int sent = 0;
        for (var due = store.take(clock.instant(), LEASE);
                due.isPresent();
                due = store.take(clock.instant(), LEASE)) {
            sent += send(due.get()) ? 1 : 0;
        }
        return sent;
    }

    private boolean send(OutboxStore.Due due) {
        var letter = due.letter();
        var way = way(letter.channel());
        if (way == null) {
            store.failed(letter.id(), "WAITING_FOR_CHANNEL", "not set up", clock.instant());
            return false;
        }
        try {
            way.deliver(letter);
        } catch (Way.Undelivered undelivered) {
            putOff(due, undelivered);
            return false;
        }
        store.sent(
                letter.id(),
                way.name(),
                way.name().equals(anxin.messaging.channel.DemoWay.NAME),
                clock.instant());
        return true;
    }

    private void putOff(OutboxStore.Due due, Way.Undelivered undelivered) {
        var why = String.valueOf(undelivered.getMessage());
        var forGood = undelivered.isForGood() || due.attempts() >= MOST_ATTEMPTS;
        log.warn(
                "message {} did not go out ({} attempts): {}",
                due.letter().id(),
                due.attempts(),
                why);
        store.failed(
                due.letter().id(),
                forGood ? "FAILED" : "WAITING",
                why,
                clock.instant().plus(pause(due.attempts())));
    }

    /** 15 s, 30 s, 1 min, … to one hour. */
    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    void wakeAfterCommit() {
        AfterCommit.run(this::ring);
    }

    @Override
    protected void round() {
        sendDue();
    }
}
