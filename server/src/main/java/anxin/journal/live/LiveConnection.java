package anxin.journal.live;

import anxin.identity.Caller;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.Position;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * One browser tab: a bounded queue and a virtual thread of its own, so that a slow reader waits for
 * itself alone. A reader too slow for the queue is cut off and resumes from its last event.
 */
final class LiveConnection {

    private static final int QUEUE = 1_024;
    private static final TextMessage END = new TextMessage("");

    private final WebSocketSession session;
    private final Caller caller;
    private final Supplier<Position> told;
    private final Duration beatEvery;
    private final BlockingQueue<TextMessage> queue = new LinkedBlockingQueue<>(QUEUE);

    /**
     * Everything up to here has been replayed; the tail sends what comes behind it. Null until the
     * replay is done.
     */
    private volatile Position sentTo = Position.START;

    private volatile boolean replayed;

    /**
     * @param told up to where the tail has told everybody
     * @param beatEvery after how much silence the tab hears that the line still stands
     */
    LiveConnection(
            WebSocketSession session, Caller caller, Supplier<Position> told, Duration beatEvery) {
        this.session = session;
        this.caller = caller;
        this.told = told;
        this.beatEvery = beatEvery;
    }

    Caller caller() {
        return caller;
    }

    boolean mayHear(Fact fact) {
        var shop = fact.shop();
        if (fact.audience() == Audience.NONE) {
            return false;
        }
        if (shop == null) {
            return caller instanceof Caller.Staff;
        }
        if (!caller.mayIn(shop)) {
            return false;
        }
        return switch (caller) {
            case Caller.Staff staff -> true;
            case Caller.ApiClient client -> false;
            case Caller.Customer customer ->
                    fact.audience() == Audience.CUSTOMER
                            && customer.id().equals(fact.customer())
                            && concerns(customer.onlyOrder(), fact);
        };
    }

    /** Who came in with one order's code hears of that order alone. */
    private static boolean concerns(@Nullable String onlyOrder, Fact fact) {
        return onlyOrder == null
                || onlyOrder.equals(
                        JsonMapper.shared()
                                .readTree(fact.payload())
                                .path("orderNo")
                                .asString(null));
    }

    /** From the tail: only after the replay, and only what the replay has not sent already. */
    void tail(Fact fact, TextMessage message) {
        if (replayed && fact.position().compareTo(sentTo) > 0) {
            offer(message);
        }
    }

    void offer(TextMessage message) {
        if (!queue.offer(message)) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    void replayedTo(Position position) {
        sentTo = position;
        replayed = true;
    }

    /** Runs on the connection's own thread until it closes. */
    void pump() {
        try {
            while (session.isOpen()) {
                // Looked at before the silence: whatever was told until then is out when it ends.
                var before = told.get();
                var message = queue.poll(beatEvery.toMillis(), TimeUnit.MILLISECONDS);
                if (message == END) {
                    return;
                }
                session.sendMessage(message != null ? message : beat(before));
            }
        } catch (IOException | IllegalStateException gone) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code {"beat":"731.20"}}, or null before the tab has said from which event on. */
    private TextMessage beat(Position before) {
        if (!replayed) {
            return new TextMessage("{\"beat\":null}");
        }
        var upTo = before.compareTo(sentTo) > 0 ? before : sentTo;
        return new TextMessage("{\"beat\":\"" + upTo + "\"}");
    }

    void end() {
        queue.clear();
        queue.offer(END);
    }

    void close(CloseStatus status) {
        end();
        try {
            session.close(status);
        } catch (IOException gone) {
            // It is what we wanted.
        }
    }
}
