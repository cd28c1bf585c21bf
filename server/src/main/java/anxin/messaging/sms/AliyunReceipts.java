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

/** SmsReport: a list of receipts, each with the {@code out_id} we gave. */
@Component
class AliyunReceipts implements ReceiptReader {

    private final JsonMapper json;
    private final Clock clock;

    AliyunReceipts(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.ALIYUN_SMS;
    }

    @Override
    public List<Receipt> read(Connection connection, Map<String, String> headers, String body) {
        try {
            var receipts = new ArrayList<Receipt>();
            for (var one : json.readTree(body)) {
                var arrived = one.path("success").asBoolean(false);
                receipts.add(
                        new Receipt(
                                one.path("out_id").asString(null),
                                one.path("biz_id").asString(null),
                                arrived ? Receipt.Fate.DELIVERED : Receipt.Fate.FAILED,
                                arrived ? null : one.path("err_code").asString("unknown"),
                                one.path("err_msg").asString(null),
                                clock.instant()));
            }
            return receipts;
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("no list of receipts", noJson);
        }
    }

    @Override
    public String heard() {
        return "{\"code\":0,\"msg\":\"成功\"}";
    }
}
