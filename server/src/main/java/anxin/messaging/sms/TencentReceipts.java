package anxin.messaging.sms;

import anxin.messaging.connections.ChannelKind;
import anxin.messaging.connections.Connection;
import anxin.messaging.connections.Receipt;
import anxin.messaging.connections.ReceiptReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The status call-back: a list in which {@code sid} is the serial number we were given. */
@Component
class TencentReceipts implements ReceiptReader {

    private final JsonMapper json;
    private final Clock clock;

    TencentReceipts(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.TENCENT_SMS;
    }

    @Override
    public List<Receipt> read(Connection connection, Map<String, String> headers, String body) {
        var receipts = new ArrayList<Receipt>();
        try {
            json.readTree(body)
                    .forEach(
                            one -> {
                                var fate =
                                        one.path("report_status").asString("").equals("SUCCESS")
                                                ? Receipt.Fate.DELIVERED
                                                : Receipt.Fate.FAILED;
                                receipts.add(
                                        new Receipt(
                                                null,
                                                one.path("sid").asString(null),
                                                fate,
                                                fate == Receipt.Fate.FAILED
                                                        ? one.path("errmsg").asString("unknown")
                                                        : null,
                                                one.path("description").asString(null),
                                                clock.instant()));
                            });
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("no list of receipts", noJson);
        }
        return receipts;
    }

    @Override
    public String heard() {
        return "{\"result\":0,\"errmsg\":\"OK\"}";
    }
}
