package anxin.journal.live;

import anxin.identity.Caller;
import anxin.identity.Callers;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.LiveReader;
import anxin.kernel.fact.Position;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells every connected browser what it may hear, as it happens. A tab says once from which event
 * on; what it missed is replayed from the log before the new, and when that is too much it is told
 * to fetch afresh.
 */
@Component
class LiveHub extends TextWebSocketHandler
        implements LiveReader, HandshakeInterceptor, SmartLifecycle {

    private static final int LARGEST_REPLAY = 800;
    private static final int PAGE = 500;
    private static final Duration BEAT_EVERY = Duration.ofSeconds(20);
    private static final String CONNECTION = "connection";
    private static final String CALLER = "caller";

    /** One event on the wire. */
    record Event(
            String id,
            String type,
            String subject,
            @Nullable String shop,
            String at,
            JsonNode data) {}

    private final FactLog facts;
    private final Callers callers;
    private final JsonMapper json;
    private final Listening connections = new Listening();
    private volatile Position told = Position.START;
    private volatile boolean on;

    LiveHub(FactLog facts, Callers callers, JsonMapper json, MeterRegistry meters) {
        this.facts = facts;
        this.callers = callers;
        this.json = json;
        meters.gauge("anxin.live.connections", connections, Listening::size);
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var caller = ((ServletServerHttpRequest) request).getServletRequest();
        var known = callers.of(caller);
        if (known.isEmpty()) {
            response.setStatusCode(org.springframework.http.HttpStatus.UNAUTHORIZED);
            return false;
        }
        attributes.put(CALLER, known.get());
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {}

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var connection =
                new LiveConnection(
                        session,
                        (Caller) Objects.requireNonNull(session.getAttributes().get(CALLER)),
                        () -> told,
                        BEAT_EVERY);
        session.getAttributes().put(CONNECTION, connection);
        connections.add(connection);
        Thread.ofVirtual().name("live-" + session.getId()).start(connection::pump);
    }

    /** {@code {"since": "731.20"}}: from which event on; null for only what is new. */
    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var connection =
                (LiveConnection) Objects.requireNonNull(session.getAttributes().get(CONNECTION));
        try {
            var wish = json.readTree(message.getPayload());
            if (wish.has("since")) {
                resume(
                        connection,
                        wish.get("since").isNull() ? null : wish.get("since").asString());
            }
        } catch (JacksonException unreadable) {
            connection.close(CloseStatus.BAD_DATA);
        }
    }

    private void resume(LiveConnection connection, @Nullable String since) {
        var from = Position.parse(since);
        var position = from != null ? from : facts.end();
        int sent = 0;
        while (sent < LARGEST_REPLAY) {
            var batch = facts.after(position, PAGE);
            sent += replay(connection, batch);
            position = batch.isEmpty() ? position : batch.getLast().position();
            if (batch.size() < PAGE) {
                // From here on the tail speaks too; what passed it while nobody listened is fetched
                // once more.
                connection.replayedTo(position);
                replay(connection, facts.after(position, PAGE));
                ready(connection, position, since != null && from == null);
                return;
            }
        }
        connection.replayedTo(facts.end());
        ready(connection, facts.end(), true);
    }

    private int replay(LiveConnection connection, List<Fact> batch) {
        int sent = 0;
        for (var fact : batch) {
            if (connection.mayHear(fact)) {
                connection.offer(message(fact));
                sent++;
            }
        }
        return sent;
    }

    private void ready(LiveConnection connection, Position position, boolean reset) {
        if (reset) {
            connection.offer(new TextMessage("{\"reset\":true}"));
        }
        connection.offer(new TextMessage("{\"ready\":\"" + position + "\"}"));
    }

    @Override
    public void on(List<Fact> batch) {
        if (!connections.isEmpty()) {
            tell(batch);
        }
        if (!batch.isEmpty()) {
            told = batch.getLast().position();
        }
    }

    private void tell(List<Fact> batch) {
        var messages = new HashMap<Position, TextMessage>();
        for (var fact : batch) {
            if (fact.audience() == Audience.NONE) {
                continue;
            }
            connections.forEachOf(
                    fact,
                    connection ->
                            connection.tail(
                                    fact,
                                    messages.computeIfAbsent(fact.position(), p -> message(fact))));
        }
    }

    private TextMessage message(Fact fact) {
        return new TextMessage(
                json.writeValueAsString(
                        new Event(
                                fact.position().toString(),
                                fact.type(),
                                fact.subject(),
                                fact.shop() == null ? null : fact.shop().value(),
                                fact.at().toString(),
                                json.readTree(fact.payload()))));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var connection = (LiveConnection) session.getAttributes().get(CONNECTION);
        if (connection != null) {
            connections.remove(connection);
            connection.end();
        }
    }

    @Override
    public void start() {
        on = true;
    }

    /** The tabs reconnect, to another node or to us when we are back. */
    @Override
    public void stop() {
        on = false;
        connections.forEach(connection -> connection.close(CloseStatus.SERVICE_RESTARTED));
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
