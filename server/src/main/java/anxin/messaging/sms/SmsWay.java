package anxin.messaging.sms;

import anxin.messaging.channel.ChannelHttp;
import anxin.messaging.channel.Letter;
import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.ConnectedWay;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.Connections;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A carrier of SMS. When an answer was lost it is asked for our message before we send again. */
abstract class SmsWay extends ConnectedWay {

    private final ChannelHttp http;
    private final JsonMapper json;

    SmsWay(ChannelKind kind, Connections connections, ChannelHttp http, JsonMapper json) {
        super(kind, connections);
        this.http = http;
        this.json = json;
    }

    @Override
    protected final @Nullable String deliver(Letter letter, Connection connection)
            throws Undelivered {
        var before = letter.attempt() > 1 ? sentBefore(letter, connection) : null;
        return before != null ? before : send(letter, connection);
    }

    /** Null when it certainly has not been taken; the answer to the question itself must come. */
    abstract @Nullable String sentBefore(Letter letter, Connection connection) throws Undelivered;

    abstract @Nullable String send(Letter letter, Connection connection) throws Undelivered;

    /** Whatever the carrier said, as JSON; nothing said is no answer. */
    record Answer(ChannelHttp.Reply reply, JsonNode content) {}

    final Answer post(URI address, Map<String, String> headers, String body) throws Undelivered {
        try {
            var reply = http.send("POST", address, headers, body);
            return new Answer(reply, json.readTree(reply.text()));
        } catch (UncheckedIOException lost) {
            throw Undelivered.forNow("no answer: " + lost.getMessage());
        } catch (JacksonException noJson) {
            throw Undelivered.forNow("the answer cannot be read");
        }
    }
}
