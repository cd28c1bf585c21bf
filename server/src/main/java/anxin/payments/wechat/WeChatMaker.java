package anxin.payments.wechat;

import anxin.payments.connections.BadSetting;
import anxin.payments.connections.Connection;
import anxin.payments.connections.GatewayKind;
import anxin.payments.connections.GatewayMaker;
import anxin.payments.connections.Setting;
import anxin.payments.connections.ShopGateway;
import anxin.payments.wire.GatewayHttp;
import anxin.payments.wire.Rsa;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class WeChatMaker implements GatewayMaker {

    private final GatewayHttp http;
    private final JsonMapper json;
    private final Clock clock;

    WeChatMaker(GatewayHttp http, JsonMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public GatewayKind kind() {
        return GatewayKind.WECHAT_PAY;
    }

    @Override
    public ShopGateway open(Connection connection) {
        var key = Setting.read(connection, "privateKey", Rsa::privateKey);
        if (connection.setting("apiV3Key").getBytes(StandardCharsets.UTF_8).length != 32) {
            throw new BadSetting("apiV3Key", "must be 32 characters");
        }
        Map<String, PublicKey> given = Map.of();
        if (connection.find("publicKeyId").isPresent()) {
            if (connection.find("publicKey").isEmpty()) {
                throw new BadSetting("publicKey", "is needed with a publicKeyId");
            }
            given =
                    Map.of(
                            connection.setting("publicKeyId"),
                            Setting.read(connection, "publicKey", Rsa::publicKey));
        }
        return new WeChatPay(connection, key, given, http, json, clock);
    }
}
