package anxin.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import anxin.identity.Caller;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Position;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** The line itself, with a beat of a millisecond. */
class LiveConnectionTest {

    private final AtomicReference<Position> told = new AtomicReference<>(new Position(7, 1));
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private @Nullable LiveConnection connection;

    @Test
    void a_silent_line_beats_and_knows_no_event_before_the_tab_has_asked() throws Exception {
        open(Duration.ofMillis(1));
        assertThat(next()).isEqualTo("{\"beat\":null}");
        assertThat(next()).isEqualTo("{\"beat\":null}");
    }

    @Test
    void the_beat_names_the_event_up_to_which_everything_was_told() throws Exception {
        var line = open(Duration.ofMillis(1));
        line.replayedTo(new Position(9, 4));
        awaitBeat("9.4");
        told.set(new Position(12, 1));
        awaitBeat("12.1");
    }

    @Test
    void who_hears_events_hears_no_beat_between_them() throws Exception {
        var line = open(Duration.ofHours(1));
        line.offer(new TextMessage("one"));
        line.offer(new TextMessage("two"));
        assertThat(next()).isEqualTo("one");
        assertThat(next()).isEqualTo("two");
        assertThat(heard).isEmpty();
    }

    @AfterEach
    void close() {
        if (connection != null) {
            connection.close(CloseStatus.NORMAL);
        }
    }

    private LiveConnection open(Duration beatEvery) throws Exception {
        var session = mock(WebSocketSession.class);
        when(session.isOpen()).thenReturn(true);
        doAnswer(
                        sent -> {
                            heard.add(sent.getArgument(0, TextMessage.class).getPayload());
                            return null;
                        })
                .when(session)
                .sendMessage(any());
        var customer = new Caller.Customer(new ShopId("harbour-tea"), "lin-xiao", null);
        var line = new LiveConnection(session, customer, told::get, beatEvery);
        connection = line;
        Thread.ofVirtual().start(line::pump);
        return line;
    }

    private void awaitBeat(String id) throws InterruptedException {
        var last = next();
        while (!last.equals("{\"beat\":\"" + id + "\"}")) {
            last = next();
        }
    }

    private String next() throws InterruptedException {
        var message = heard.poll(10, TimeUnit.SECONDS);
        assertThat(message).as("nothing was heard for ten seconds").isNotNull();
        return String.valueOf(message);
    }
}
